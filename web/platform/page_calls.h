// The calls from C++ into the page's JavaScript (web/page/main.js sets Module.page). One line each.
#pragma once

#include <emscripten.h>

extern "C" {
void page_mirror(const char* patch, int bytes);
void page_document(double height, double scroll_to, unsigned focus);
void page_look(int dark, int large, int english);
void page_missing(int code);
void page_wake(int delay_ms);
void page_tell(const char* what, const char* text, int bytes, const char* more, int more_bytes);
char* page_ask(const char* what, const char* key, int key_bytes);  // malloc'ed, free() it
}
