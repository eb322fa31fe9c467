import type { Metadata } from "next";
import { HomeEnterprises } from "@/components/home/home-enterprises";
import { HomePromises } from "@/components/home/home-promises";
import { HomeRecords } from "@/components/home/home-records";
import { HomeSearch } from "@/components/home/home-search";
import { HomeStatement } from "@/components/home/home-statement";
import { ReadingGuide } from "@/components/home/reading-guide";
import { today } from "@/lib/clock";
import { getHome } from "@/lib/home/home-queries";
import { PublicPage } from "./public-page";

export const metadata: Metadata = { title: "首页" };

export default async function HomePage() {
  const day = await today();
  const home = await getHome(day);
  return (
    <PublicPage>
      <div className="stack-lg">
        <div className="hero">
          <HomeStatement home={home} day={day} />
          <HomeSearch />
        </div>
        <HomePromises promises={home.promises} day={day} />
        <HomeEnterprises home={home} />
        <HomeRecords records={home.records} />
        <ReadingGuide home={home} />
      </div>
    </PublicPage>
  );
}
