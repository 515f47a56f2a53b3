// The calls from C++ into the page's JavaScript (web/page/main.js sets Module.page). One line each.
#pragma once

#include <emscripten.h>

// Every declaration names its import: link-time optimisation merges the declarations of all files, and one
// without the name would make the function look undefined.
#define PAGE_CALL(name) __attribute__((import_module("env"), import_name(#name)))

extern "C" {
PAGE_CALL(page_mirror) void page_mirror(const char* patch, int bytes);
PAGE_CALL(page_document) void page_document(double height, double scroll_to, unsigned focus);
PAGE_CALL(page_look) void page_look(int dark, int large, int english);
PAGE_CALL(page_missing) void page_missing(int code);
// Draws into `coverage`; the advance in em, below zero for a box with the code point.
PAGE_CALL(page_glyph)
double page_glyph(int code, int em, int side, int left, int baseline, int bold, unsigned char* coverage);
PAGE_CALL(page_wake) void page_wake(int delay_ms);
PAGE_CALL(page_tell)
void page_tell(const char* what, const char* text, int bytes, const char* more, int more_bytes);
PAGE_CALL(page_ask) char* page_ask(const char* what, const char* key, int key_bytes);  // malloc'ed, free() it
PAGE_CALL(page_program) unsigned page_program();  // the program of web/page/early.js, under a name of GL
}
