// Imported before everything else, so that an old Node prints this line and not an error from a later module.
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `✗ 需要 Node.js 20.19 或更新版本，现为 ${process.versions.node}：请到 https://nodejs.org 安装后重试。`,
  );
  process.exit(1);
}
