import { type Browser, expect, type Page, test } from "@playwright/test";
import { demo, enterDemoAs, fillSignIn } from "../support/sites";

// From a new account to the audit, by the screens alone. No other journey speaks of these names.
const person = { name: "lixin", displayName: "李新", password: "Wujiang-River-2017" };
const enterprise = "遵义长风科技有限公司";
const agreementTitle = "长风智能装备项目合作协议";
const projectName = "长风智能装备生产基地";
const months = ["2017-03", "2017-04", "2017-06"] as const;
const summaries = {
  "2017-03": "厂区规划方案通过评审，临时用水用电接通。",
  "2017-04": "主厂房基础开挖，完成 40 根桩基施工。",
  "2017-06": "主厂房钢结构吊装过半，设备采购合同签订。",
} as const;

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: demo.url });
  return context.newPage();
}

async function pageOf(browser: Browser, name: string): Promise<Page> {
  const page = await newPage(browser);
  await enterDemoAs(page, name);
  return page;
}

async function checkAndHandIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "检查并提交" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/提交前/);
  await page.getByRole("button", { name: "提交审核" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("已提交，等待审核");
}

async function openInQueue(reviewer: Page, words: string | RegExp, link: RegExp): Promise<void> {
  await reviewer.goto("/staff/review");
  await reviewer
    .getByRole("listitem")
    .filter({ hasText: words })
    .first()
    .getByRole("link", { name: link })
    .click();
}

async function publish(reviewer: Page, words: string | RegExp): Promise<void> {
  await openInQueue(reviewer, words, /^审核/);
  await reviewer.getByLabel("发布，公众可见").check();
  await reviewer.getByRole("button", { name: "提交决定" }).click();
  await expect(reviewer.getByRole("status")).toContainText("已发布，公众现在可以看到。");
}

async function fillGrounds(page: Page, evidence: string): Promise<void> {
  await page.getByLabel("依据的种类").selectOption("文件或批复");
  await page.getByLabel("依据的日期").fill("2017年3月1日");
  await page.getByLabel("依据", { exact: true }).fill(evidence);
}

test("a new account takes an agreement from nothing to a published project, and the audit tells it in order", async ({
  browser,
  request,
}) => {
  test.setTimeout(240_000);
  const staff = await newPage(browser);
  const reviewer = await pageOf(browser, "shenhe");
  let agreementCode = "";
  let code = "";
  const project = async () => (await request.get(`${demo.url}/api/v1/projects/${code}`)).json();

  await test.step("the administrator makes the account; its owner sets a password of their own", async () => {
    const admin = await pageOf(browser, "guanli");
    await admin.goto("/staff/accounts");
    await admin.getByLabel("用户名").fill(person.name);
    await admin.getByLabel("显示名称").fill(person.displayName);
    await admin.getByRole("button", { name: "新建账号" }).click();
    const oneTimePassword = await admin.getByRole("status").locator("code").textContent();
    await staff.goto("/sign-in");
    await fillSignIn(staff, person.name, String(oneTimePassword));
    await staff.getByLabel("当前密码").fill(String(oneTimePassword));
    await staff.getByLabel("新密码", { exact: true }).fill(person.password);
    await staff.getByLabel("再输一遍新密码").fill(person.password);
    await staff.getByRole("button", { name: "修改密码" }).click();
    await expect(staff.getByRole("status")).toContainText("密码已");
  });

  await test.step("an agreement with an enterprise that nobody knew", async () => {
    await staff.goto("/staff/register?subject=agreement");
    await staff.getByRole("link", { name: "新登记协议" }).click();
    await staff.getByLabel("协议名称").fill(agreementTitle);
    const first = staff.getByRole("group", { name: "签约方 1" });
    await first.getByLabel("签约名称").fill("遵义市人民政府");
    await first.getByLabel("单位").first().fill("遵义市人民政府");
    const second = staff.getByRole("group", { name: "签约方 2" });
    await second.getByLabel("签约名称").fill(enterprise);
    await second.getByLabel("单位").first().fill(enterprise);
    await second.getByLabel("新单位的类别").selectOption("新单位，企业");
    await staff.getByLabel("签订日期").fill("2017-03-01");
    await staff.getByLabel("内容").fill("约定在新蒲新区建设智能装备生产基地。");
    await fillGrounds(staff, "合作协议文本第 1 条");
    await checkAndHandIn(staff);
    await publish(reviewer, agreementTitle);
    const { items } = await (await request.get(`${demo.url}/api/v1/agreements`)).json();
    agreementCode = items.find(({ title }: { title: string }) => title === agreementTitle).code;
    expect(await (await request.get(`${demo.url}/agreements/${agreementCode}`)).text()).toContain(enterprise);
  });

  await test.step("its project, with two milestones", async () => {
    await staff.goto("/staff/register?subject=project");
    await staff.getByRole("link", { name: "新登记项目" }).click();
    await staff.getByLabel("项目名称").fill(projectName);
    await staff.getByLabel("落户地").fill("新蒲新区");
    await staff.getByRole("radio").first().check();
    await staff.getByLabel("项目内容").fill("建设主厂房和装配线，生产智能装备。");
    await staff.getByLabel("企业 1").fill(enterprise);
    await staff.getByLabel("所属协议").fill(agreementCode);
    await staff.getByLabel("计划总投资").fill("50000");
    await staff.getByLabel("签约日期").fill("2017-03-01");
    const milestone = (row: number) => staff.getByRole("group", { name: `节点 ${row}`, exact: true });
    while ((await milestone(2).count()) === 0) {
      const shown = await staff.getByRole("group", { name: /^节点 \d+$/ }).count();
      await staff.getByRole("button", { name: "加一个节点" }).click();
      await expect(milestone(shown + 1)).toBeVisible();
    }
    await milestone(1).getByLabel("节点", { exact: true }).fill("施工许可");
    await milestone(1).getByLabel("时限").fill("2017-05");
    await milestone(2).getByLabel("节点", { exact: true }).fill("竣工");
    await milestone(2).getByLabel("时限").fill("2018年");
    await fillGrounds(staff, "合作协议文本第 2 条");
    await checkAndHandIn(staff);
    await publish(reviewer, projectName);
    const found = await request.get(`${demo.url}/api/v1/projects?q=${encodeURIComponent(projectName)}`);
    code = (await found.json()).items[0].code;
    expect((await project()).milestones).toMatchObject([{ title: "施工许可" }, { title: "竣工" }]);
  });

  const report = async (month: (typeof months)[number], percent: string) => {
    await staff.goto(`/staff/projects/${code}/report`);
    await staff.getByLabel("填报月份").selectOption(month);
    await staff.getByLabel("形象进度").fill(percent);
    await staff.getByLabel("本期进展").fill(summaries[month]);
  };

  await test.step("three monthly reports, the second with a change of stage", async () => {
    await report("2017-03", "2");
    await checkAndHandIn(staff);
    await publish(reviewer, projectName);
    await report("2017-04", "12");
    await staff.getByLabel("进入在建").check();
    await staff.getByLabel("实际开工或投产日期").fill("2017-04-10");
    await staff.getByLabel("依据", { exact: true }).fill("施工许可证");
    await checkAndHandIn(staff);
    await publish(reviewer, projectName);
    await report("2017-06", "30");
    await checkAndHandIn(staff);
    await publish(reviewer, projectName);
    expect(await project()).toMatchObject({ stage: "under_construction", percent: 30 });
  });

  await test.step("a correction, whose old version stays readable", async () => {
    await staff.goto(`/staff/projects/${code}`);
    await staff
      .getByRole("row", { name: /2017 年 4 月的填报/ })
      .getByRole("link", { name: /^更正/ })
      .click();
    await expect(staff.getByRole("heading", { level: 1 })).toHaveText("更正填报");
    await staff.getByLabel("更正原因").fill("开工日期抄错，施工许可证写的是 4 月 18 日");
    await staff.getByLabel("实际开工或投产日期").fill("2017-04-18");
    await checkAndHandIn(staff);
    await openInQueue(reviewer, projectName, /^审核/);
    await expect(reviewer.getByRole("heading", { level: 1 })).toHaveText("审核更正");
    await reviewer.getByLabel("发布，公众可见").check();
    await reviewer.getByRole("button", { name: "提交决定" }).click();
    await expect(reviewer.getByRole("status")).toContainText("已发布，公众现在可以看到。");
    const { reports, stageEffective } = await project();
    expect(stageEffective).toMatchObject({ to: "2017-04-18" });
    expect(reports[1].corrected).toMatchObject([{ stageChange: { effective: { to: "2017-04-10" } } }]);
  });

  await test.step("a withdrawal, in one step", async () => {
    await openInQueue(reviewer, /长风智能装备生产基地.*2017 年 6 月/s, /^查看/);
    await reviewer.getByLabel("撤回原因").fill("两个项目的填报写反了");
    await reviewer.getByRole("button", { name: "撤回" }).click();
    await expect(reviewer.getByRole("status")).toContainText("已撤回");
    expect(await project()).toMatchObject({ percent: 12 });
    const page = await (await request.get(`${demo.url}/projects/${code}`)).text();
    expect(page).not.toContain(summaries["2017-06"]);
    expect(page).toContain("撤回");
  });

  await test.step("the audit tells the story in order", async () => {
    const auditor = await pageOf(browser, "shenji");
    await auditor.goto(`/staff/audit?subject=${code}`);
    const told = (await auditor.getByRole("row").allTextContents()).slice(1).toReversed().join("\n");
    const expected = [
      /李新.*提交.*2017 年 3 月/,
      /发布.*2017 年 3 月/,
      /李新.*提交.*2017 年 4 月/,
      /发布.*2017 年 4 月/,
      /李新.*提交.*2017 年 6 月/,
      /发布.*2017 年 6 月/,
      /李新.*2017 年 4 月.*/,
      /撤回.*2017 年 6 月/,
    ];
    let from = 0;
    for (const sentence of expected) {
      const found = told.slice(from).search(sentence);
      expect(found, `${sentence} after\n${told.slice(0, from)}`).toBeGreaterThanOrEqual(0);
      from += found + 1;
    }
  });
});
