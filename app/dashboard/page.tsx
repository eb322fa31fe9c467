import { connection } from "next/server";
import { today } from "@/lib/clock";

export default async function DashboardPage() {
  await connection();
  return <h1>{await today()}</h1>;
}
