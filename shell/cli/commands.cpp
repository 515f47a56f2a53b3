#include "shell/cli/commands.h"

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

constexpr Command table[] = {
    {"settle", "FILE|-", "一份账单怎么报：每一步、每一条依据", "what a bill comes to: every step and its source", {}, settle},
    {"check", "FILE|-", "一份申请能不能办：全部理由与材料", "whether an application may be granted: all reasons and documents", {}, check},
    {"policies list", "", "列出政策包", "list the policy packs", {}, policies_list},
    {"policies show", "ID", "把一个政策包当作文件来读", "read a policy pack as a document", show_options, policies_show},
    {"policies verify", "[ID…|PATH…]", "核验：完整、不重叠、有依据、案例通过",
     "prove complete, without overlap, sourced, cases green", {}, policies_verify},
    {"cases run", "[PATH…]", "运行案例，最后一行是“N passed, N failed”", "run cases; the last line is \"N passed, N failed\"", {}, cases_run},
};

}  // namespace

std::span<const Command> commands() { return table; }

std::span<const Option> options_of_all() { return every; }

}  // namespace mingbai::cli
