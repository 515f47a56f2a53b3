// How the screens (C++) and the page (JavaScript) talk. Strings in, strings out; JSON where there is
// structure.
//
// The page calls the screens through web/platform/frame.cpp:
//   namespace mingbai::screens {
//     void start();                         // once, after fonts and policies are there
//     void frame();                         // draws; may be called several times for one picture (layout
//     settles) void on_event(std::string_view json); // the worker and the page report: {"type": …} void
//     on_route(std::string_view hash); // "#/calculator?…": also for Back and Forward
//   }
// Events the page itself sends: {"type":"online","online":true},
// {"type":"files","key":…,"files":[{"name","media","size","handle"}]},
// {"type":"today","today":"2026-11-22"} after midnight, {"type":"fault","message":…} when the page broke.
// Everything else in on_event comes from the worker (web/page/store.js).
#pragma once

#include <string>
#include <string_view>

namespace mingbai::platform {

void send(std::string_view json);  // to the worker: {"type":"save_draft", …}
// The same with a file that somebody chose, by the handle of the page's "files" event; it is taken once.
void send_file(std::string_view json, std::string_view handle);
// To the scenarios' worker (web/worker/workbench/workbench.h); with a chosen file its text goes along as request.claims.
void send_batch(std::string_view json, std::string_view handle = {});
// Asks the server while somebody waits: {"method","path","body","media"}. The answer is an event of its own:
// {"event":"answer","key","status","body"}, status 0 when none came.
void ask_server(std::string_view key, std::string_view question_json);
// The text of a file somebody chose, as an event: {"type":"file_text","key","name","text","fault"}; fault "too_large" or
// "unreadable" instead of the text.
void read_file(std::string_view key, std::string_view handle);
// Has the page fetch the other half of the program again (web/screens/rest.h).
void bring_rest();
void wake();                       // draw another frame soon
void wake_in(int delay_ms);        // draw one later: timers of screens

std::string_view policies();    // text of policies.json, valid for the life of the page
std::string_view today();       // local civil date, "2026-11-21"
std::string_view local_time();  // "10:20"
bool online();

std::string_view route();                   // "#/calculator?total=50000.00"
void go(std::string_view hash);             // a new entry of the history
void replace_route(std::string_view hash);  // the same entry, for every keystroke
void set_title(std::string_view title);

void copy_text(std::string_view text);   // to the clipboard
std::string_view address();              // the whole link of this view
void print(std::string_view html_body);  // a printable document of its own, safe markup only
void download(std::string_view file_name, std::string_view media_type, std::string_view content);

std::string remembered(std::string_view key);  // small settings of this device: "mode", "large", "language"
inline bool forgets() { return remembered("forgets") == "1"; }  // what is remembered goes with the page
void remember(std::string_view key, std::string_view value);

}  // namespace mingbai::platform
