import { Button } from "@/components/ui/button";
import { optionsOf, Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { AuditFilter } from "@/lib/audit/audit-filter";
import { paths } from "@/lib/paths";
import { auditKindText, auditOutcomeText, auditParameterText } from "@/lib/text/audit-text";

/** Narrows the events, beginning with the newest again. */
export function AuditFilters({ filter }: { filter: AuditFilter }) {
  return (
    <search>
      <form
        className="filters md:grid-cols-3 lg:grid-cols-[repeat(4,1fr)_8.5rem_8.5rem_auto]"
        action={paths.staffAudit()}
        aria-label="筛选事件"
      >
        <TextInput
          name="person"
          label={auditParameterText.person}
          placeholder="用户名或显示名称"
          defaultValue={filter.person ?? ""}
        />
        <TextInput
          name="subject"
          label={auditParameterText.subject}
          placeholder="项目编号或用户名"
          defaultValue={filter.subject ?? ""}
        />
        <Select
          name="kind"
          label={auditParameterText.kind}
          defaultValue={filter.kind ?? ""}
          options={[{ value: "", label: "全部类别" }, ...optionsOf(auditKindText)]}
        />
        <Select
          name="outcome"
          label={auditParameterText.outcome}
          defaultValue={filter.outcome ?? ""}
          options={[{ value: "", label: "全部结果" }, ...optionsOf(auditOutcomeText)]}
        />
        <TextInput
          name="from"
          label={auditParameterText.from}
          placeholder="2026-03-01"
          defaultValue={filter.from ?? ""}
        />
        <TextInput
          name="to"
          label={auditParameterText.to}
          placeholder="2026-03-31"
          defaultValue={filter.to ?? ""}
        />
        <div>
          <Button type="submit" variant="go">
            筛选
          </Button>
        </div>
      </form>
    </search>
  );
}
