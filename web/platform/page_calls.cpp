#include "web/platform/page_calls.h"

EM_JS(void, page_mirror, (const char* patch, int bytes),
      { Module["page"].mirror(UTF8ToString(patch, bytes)); });
EM_JS(void, page_document, (double height, double scroll_to, unsigned focus),
      { Module["page"].document(height, scroll_to, focus >>> 0); });
EM_JS(void, page_look, (int dark, int large, int english),
      { Module["page"].look(!!dark, !!large, !!english); });
EM_JS(void, page_missing, (int code), { Module["page"].missing(code); });
EM_JS(double, page_glyph,
      (int code, int em, int side, int left, int baseline, int bold, unsigned char* coverage),
      { return Module["page"].glyph(code, {em, side, left, baseline, bold}, coverage); });
EM_JS(void, page_wake, (int delay_ms), { Module["page"].wake(delay_ms); });
EM_JS(void, page_tell, (const char* what, const char* text, int bytes, const char* more, int more_bytes), {
  Module["page"].tell(UTF8ToString(what), UTF8ToString(text, bytes), UTF8ToString(more, more_bytes));
});
EM_JS(char*, page_ask, (const char* what, const char* key, int key_bytes), {
  const answer = Module["page"].ask(UTF8ToString(what), UTF8ToString(key, key_bytes));
  const bytes = lengthBytesUTF8(answer) + 1;
  const at = _malloc(bytes);
  stringToUTF8(answer, at, bytes);
  return at;
});
EM_JS(unsigned, page_program, (), {
  const id = GL.getNewId(GL.programs);
  const program = Module["page"].program();
  program.name = id;
  GL.programs[id] = program;
  return id;
});
