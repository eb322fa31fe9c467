import { Icon } from "@/components/ui/icon";
import { paths } from "@/lib/paths";

const examples = ["大数据中心", "P2015-05", "zxdsj"] as const;

/** What the site is for, and the way to one project. */
export function HomeSearch() {
  return (
    <div className="stack">
      <h1>
        <span>签了什么，</span>
        <span>办到哪一步，</span>
        <span>依据在哪里</span>
      </h1>
      <p className="soft">这里记录遵义招商引资项目从签约、在建到投产运营的进展。每个数字都标明出处。</p>
      <search>
        <form className="searchbox" action={paths.projects()}>
          <label className="vh" htmlFor="q">
            搜索项目
          </label>
          <input
            className="input"
            id="q"
            name="q"
            type="search"
            placeholder="项目名、编号或首字母"
            autoComplete="off"
          />
          <button className="btn go" type="submit">
            <Icon name="search" />
            搜索
          </button>
        </form>
      </search>
      <p className="small faint">
        例如：
        {examples.map((example, index) => (
          <span key={example}>
            {index > 0 && "、"}
            <a href={paths.projects({ q: example })}>{example}</a>
          </span>
        ))}
      </p>
    </div>
  );
}
