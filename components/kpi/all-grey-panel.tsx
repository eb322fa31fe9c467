import { LightTag } from "@/components/project/light-tag";
import { Panel } from "@/components/ui/panel";
import { lightRuleVersion } from "@/lib/milestone/light-rules";

/** The lights on the first day: none is judged before its project is verified. */
export function AllGreyPanel({ count }: { count: number }) {
  return (
    <Panel id="lights" title="节点灯" note={`默认规则第 ${lightRuleVersion} 版`}>
      <p className="row between">
        <LightTag reason="unverified" />
        <b className="text-xl">{count}</b>
      </p>
      <p className="soft mt-2">待核实的项目都是灰灯。核实一个，就按它确认过的时限给红黄绿灯。</p>
    </Panel>
  );
}
