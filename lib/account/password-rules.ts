const fewestChars = 12;
// Longer ones only cost time to hash.
const mostChars = 128;
const fewestClasses = 3;
const fewestUnguessableChars = 6;

const classes = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];

// Parts of the passwords that people choose most, here and elsewhere; each counts for nothing.
const commonWords =
  "password passwd passw0rd p@ssword p@ssw0rd pa$$word admin administrator root user test guest login welcome " +
  "letmein changeme secret master monkey dragon shadow iloveyou spring summer autumn winter woaini mima " +
  "zhongguo china guizhou zunyi xinpu huawei zhaoshang lingdao zhuanyuan shenhe guanli 5201314 1314520";
const keyboardRows = "qwertyuiop asdfghjkl zxcvbnm qwert qwer asdf zxcv 1qaz 2wsx 3edc 4rfv qaz wsx edc";
const commonParts = anyOf(`${commonWords} ${keyboardRows}`.split(" "));
const years = /(?:19|20)\d{2}/g;
const repeats = /(.)\1{2,}/gu;

/** Why a new password is not accepted, in a sentence that says how to mend it; null when it is. */
export function passwordRefusal(password: string, userName: string): string | null {
  const length = [...password].length;
  if (length < fewestChars) return `密码至少 ${fewestChars} 个字符，现在是 ${length} 个。`;
  if (length > mostChars) return `密码最多 ${mostChars} 个字符，请缩短。`;
  if (classes.filter((charClass) => charClass.test(password)).length < fewestClasses) {
    return "密码要有大写字母、小写字母、数字、符号中的至少三种，请补上缺的。";
  }
  if (containsName(password, userName)) return "密码里不能有用户名，请换一个。";
  if (unguessableChars(password) < fewestUnguessableChars) {
    return "这个密码太常见，容易被猜到。请去掉常用词、年份和连续的字符，换成几个不相关的词。";
  }
  return null;
}

function containsName(password: string, userName: string): boolean {
  const name = userName.trim().toLowerCase();
  return name !== "" && password.toLowerCase().includes(name);
}

/** What a guesser does not get for free: distinct characters outside common parts, years, repeats and runs. */
function unguessableChars(password: string): number {
  const rest = password.replace(commonParts, "").replace(years, "").replace(repeats, "");
  return new Set(withoutRuns(rest.toLowerCase())).size;
}

/** Drops each character that follows the one before it in the alphabet or the digits, up or down. */
function withoutRuns(text: string): string[] {
  const chars = [...text];
  return chars.filter((char, index) => {
    const before = chars[index - 1]?.codePointAt(0);
    return before === undefined || Math.abs((char.codePointAt(0) ?? 0) - before) !== 1;
  });
}

/** Longer words first: a regular expression takes the first that fits. */
function anyOf(words: readonly string[]): RegExp {
  const longestFirst = words.toSorted((one, other) => other.length - one.length);
  return new RegExp(longestFirst.join("|").replace(/\$/g, "\\$"), "gi");
}
