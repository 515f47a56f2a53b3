#include "shell/cli/commands.h"

#include "shell/cli/accounts.h"
#include "shell/cli/audit.h"
#include "shell/cli/backup.h"
#include "shell/cli/filings.h"
#include "shell/cli/national.h"
#include "shell/cli/packs.h"
#include "shell/cli/serve.h"
#include "shell/cli/simulate.h"
#include "shell/cli/store.h"

namespace mingbai::cli {
namespace {

constexpr Option every[] = {
    {"--policies", "DIR", "使用这个目录里的政策包", "use the policy packs of this directory"},
    {"--lang", "zh-CN|en", "语言（默认 zh-CN）", "language (default zh-CN)"},
    {"--text", "", "输出给人看的文字，而不是 JSON", "words for people instead of JSON"},
    {"--help", "", "显示这份说明", "show this help"},
};

constexpr Option show_options[] = {
    {"--as-of", "DATE", "只看这一天有效的规则", "only what holds on this day"},
};

constexpr Option simulate_options[] = {
    {"--policy", "A[,B]", "政策包、方案的名字或方案文件；给两个（或写两次）就作比较",
     "a pack, an overlay or an overlay's file; two, or the option twice, to compare"},
    {"--population", "N|ID|FILE", "模拟人群：人数，或人群的名字或文件",
     "people: how many, or a population's id or file"},
    {"--count", "N", "人数", "how many people"},
    {"--of", "ID|FILE", "哪个人群", "which population"},
    {"--seed", "S", "随机种子（默认 1）", "the seed (default 1)"},
    {"--claims", "FILE.csv", "费用明细", "a CSV of claims"},
    {"--as-of", "DATE", "没写日期的费用按这一天的规则", "the rule date of claims without a day"},
    {"--statuses", "LIST", "可用的法律状态，逗号分隔", "the legal statuses that count, by commas"},
    {"--groups", "LIST", "按哪些事实分组，逗号分隔", "the facts to group by, by commas"},
};

constexpr Option serve_options[] = {
    {"--listen", "ADDR:PORT", "监听的地址", "the address to listen at"},
    {"--data", "DIR", "存放数据的目录", "the folder of the data"},
    {"--database", "URL", "改用 PostgreSQL：postgres://…", "PostgreSQL instead: postgres://…"},
    {"--web", "DIR", "应用文件所在的目录", "the folder of the app's files"},
    {"--tls-cert", "FILE", "TLS 证书链（PEM）", "TLS: the certificate chain (PEM)"},
    {"--tls-key", "FILE", "TLS 私钥（PEM）", "TLS: the private key (PEM)"},
    {"--messages-file", "FILE", "短信写进这个文件，JSON 行", "messages go into this file, JSON lines"},
    {"--messages-url", "URL", "短信发到这个地址", "messages are posted to this address"},
    {"--behind-tls", "", "前面有终结 TLS 的代理", "a proxy in front ends TLS"},
    {"--quiet", "", "不写访问日志", "no access log"},
    {"--read-timeout", "SECONDS", "等待请求的最长时间", "how long a request may take to arrive"},
};

constexpr Option export_options[] = {
    {"--transaction", "NUMBER", "交易编号，例如 2504；不写就按备案的种类",
     "the transaction, such as 2504; without it the filing's own"},
    {"--header", "FILE", "机构每份报文都带的内容", "what the institution's every message carries"},
    {"--time", "TIME", "交易时间（默认现在）", "the time of the transaction (default now)"},
    {"--serial", "N", "这一秒内的顺序号（默认 1）", "the serial number within that second (default 1)"},
    {"--send", "URL", "发给平台，输出它的回答", "send it to the platform and print its answer"},
};

constexpr Option import_options[] = {
    {"--filings", "FILE", "我们的备案，JSON 行", "our filings, JSON lines"},
    {"--transaction", "5301|5302", "回答的是哪个查询", "which query was answered"},
};

constexpr Option folder_options[] = {{"--data", "DIR", "存放数据的目录", "the folder of the data"}};

constexpr Option data_options[] = {
    {"--data", "DIR", "存放数据的目录", "the folder of the data"},
    {"--database", "URL", "改用 PostgreSQL：postgres://…", "PostgreSQL instead: postgres://…"},
};

constexpr Option audit_options[] = {
    {"--data", "DIR", "存放数据的目录", "the folder of the data"},
    {"--database", "URL", "改用 PostgreSQL：postgres://…", "PostgreSQL instead: postgres://…"},
    {"--expect", "HASH", "另存的链头，证明此前未被改写",
     "a head kept elsewhere, to prove that nothing before was rewritten"},
};

constexpr Option account_options[] = {
    {"--data", "DIR", "存放数据的目录", "the folder of the data"},
    {"--database", "URL", "改用 PostgreSQL：postgres://…", "PostgreSQL instead: postgres://…"},
    {"--role", "ROLE", "角色", "the role: institution_reviewer, agency_clerk, auditor, operator"},
    {"--institution", "CODE", "审核人员所在机构", "the reviewer's institution"},
    {"--region", "CODE", "经办或稽核的地区", "the region of a clerk or auditor"},
    {"--diseases", "CODES", "可审核的病种，逗号分隔；不写为全部",
     "the diseases a reviewer may decide, by commas; all when left out"},
    {"--password-stdin", "", "从标准输入读取密码", "read the password from standard input"},
};

int serve(const Invocation& call) {
  auto library = open_library(call);
  return library ? run_serve(call.arguments, std::move(*library)) : wrong_input;
}

int filings(const Invocation& call) { return run_filings(call.arguments); }

int accounts(const Invocation& call) { return run_accounts(call.arguments); }

int audit(const Invocation& call) { return run_audit(call.arguments); }

int backup(const Invocation& call) { return run_backup(call.arguments); }

int restore(const Invocation& call) { return run_restore(call.arguments); }

int store(const Invocation& call) { return run_store(call.arguments); }

constexpr Command table[] = {
    {"settle",
     "FILE|-",
     "一份账单怎么报：每一步、每一条依据（policy 也可以是方案的名字或文件）",
     "what a bill comes to: every step and its source (its policy may be an overlay's id or file)",
     {},
     settle},
    {"check",
     "FILE|-",
     "一份申请能不能办：全部理由与材料（policy 也可以是方案的名字或文件）",
     "whether an application may be granted: all reasons and documents (its policy may be an overlay's)",
     {},
     check},
    {"score",
     "FILE|-",
     "一个住院病例值多少分、付多少钱；或紧密型医联体的预算",
     "what a hospital case scores and pays; or a close alliance's budget",
     {},
     score},
    {"simulate", "--policy A [--policy B] (--population N --seed S | --claims FILE.csv)",
     "很多人、很多账单一起算；两个政策比一比", "many people and bills at once; compare two policies",
     simulate_options, simulate},
    {"policies list", "", "列出政策包", "list the policy packs", {}, policies_list},
    {"policies show", "ID", "把一个政策包当作文件来读", "read a policy pack as a document", show_options,
     policies_show},
    {"policies verify",
     "[ID…|PATH…]",
     "核验：完整、不重叠、有依据、案例通过；也能核验方案",
     "prove complete, without overlap, sourced, cases green; overlays, too",
     {},
     policies_verify},
    {"cases run",
     "[PATH…]",
     "运行案例，最后一行是“N passed, N failed”；给方案文件就看有什么不同",
     "run cases; the last line is \"N passed, N failed\"; of an overlay's file, what differs",
     {},
     cases_run},
    {"export national", "FILE|-", "把一份备案写成国家平台的报文",
     "a filing as the national platform's messages", export_options, export_national},
    {"import national", "ANSWER|-", "用平台对 5301、5302 的回答核对我们的备案",
     "the platform's answers to 5301 and 5302 against our filings", import_options, import_national},
    {"serve", "", "启动服务器", "run the server", serve_options, serve, true},
    {"filings", "list | show RECEIPT|ID", "查看已收到的备案", "look at the filings received", data_options,
     filings, true},
    {"backup", "FILE", "服务器运行时也能备份：整份数据写进一个新文件",
     "copy all data into a new file, also while the server runs", folder_options, backup, true},
    {"restore", "FILE", "把备份放进一个还没有数据的目录", "put a backup into a folder that holds no data yet",
     folder_options, restore, true},
    {"store", "export FILE | import FILE | hash", "整个存储导出、导入，SQLite 与 PostgreSQL 之间也行；状态指纹",
     "the whole store into a file and back, also between SQLite and PostgreSQL; the hash of its state",
     data_options, store, true},
    {"audit", "verify", "核验审计日志：指出每一条被动过的记录",
     "prove the audit log; names every record that was touched", audit_options, audit, true},
    {"accounts", "add LOGIN | reset LOGIN | grant LOGIN | revoke LOGIN | list", "管理账号和角色",
     "manage accounts and roles", account_options, accounts, true},
};

}  // namespace

std::span<const Command> commands() { return table; }

std::span<const Option> options_of_all() { return every; }

}  // namespace mingbai::cli
