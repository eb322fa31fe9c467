"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

/** Keeps its place without JavaScript, but is not offered: the browser's own menu prints too. */
export function PrintButton() {
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return (
    <div className={isReady ? "row no-print" : "row no-print invisible"}>
      <Button size="sm" icon="print" onClick={() => window.print()}>
        打印
      </Button>
    </div>
  );
}
