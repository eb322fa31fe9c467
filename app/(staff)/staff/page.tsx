import { headers } from "next/headers";

export default async function StaffPage() {
  await headers();
  return <h1>工作台</h1>;
}
