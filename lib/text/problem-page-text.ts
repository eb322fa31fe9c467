/** What a page that cannot be shown says: what is the matter, then what to do. */
export const problemPageText = {
  401: { title: "请先登录", advice: "这一页要登录后才能看。登录后会回到这里。" },
  403: { title: "没有权限", advice: "你的账号不能打开这一页。确实需要，请系统管理员开通。" },
  404: { title: "没有这一页", advice: "地址可能写错了，或者内容已经改了编号。试试从项目台账里找。" },
  500: {
    title: "出错了",
    advice: "这一页暂时打不开，不是你的操作引起的。请稍后再试；还不行，把下面的编号告诉系统管理员。",
  },
  503: { title: "暂时无法提供服务", advice: "数据库正在恢复，已经提交的内容不受影响。请过一分钟再试。" },
} as const satisfies Record<401 | 403 | 404 | 500 | 503, { title: string; advice: string }>;
