import { Icon } from "@/components/ui/icon";
import { paths } from "@/lib/paths";

/** Searches the register from any page of the officials. */
export function MastheadSearch() {
  return (
    <search className="mast-q">
      <form className="flex w-full" action={paths.projects()}>
        <label className="vh" htmlFor="masthead-q">
          搜索项目、企业、协议
        </label>
        <input
          className="input"
          id="masthead-q"
          name="q"
          type="search"
          placeholder="搜项目、企业、协议"
          autoComplete="off"
        />
        <button className="btn" type="submit">
          <Icon name="search" />
          <span className="vh">搜索</span>
        </button>
      </form>
    </search>
  );
}
