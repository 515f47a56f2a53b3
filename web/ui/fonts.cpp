#include "web/ui/fonts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <vector>

#include "imgui.h"
#include "imgui_internal.h"
#include "web/ui/context.h"
#include "web/ui/utf8.h"

namespace mingbai::ui {
namespace {

constexpr float imgui_size_per_css_size = 1.448f;
constexpr float ascent = 1.16f;

struct Faces {
  ImFont* regular = nullptr;
  ImFont* bold = nullptr;
  DrawDeviceGlyph draw_device_glyph = nullptr;
  std::set<char32_t> asked, missing;
  int generation = 0;
  std::vector<bool> true_bold;  // of the bold font's sources, in their order
};

Faces& faces() {
  static Faces only;
  return only;
}

// Merged as the second source of a font: asked for what the first has not; what later ones have it leaves to them.
bool load_device_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code,
                       ImFontGlyph* glyph, float* advance) {
  Faces& f = faces();
  if (code < 0x80 || code == 0xFFFD || baked->ContainerFont->IsGlyphInFont(code)) return false;
  if (!f.draw_device_glyph) {
    f.asked.insert(code);
    return false;
  }
  const float density = baked->RasterizerDensity, em = baked->Size / imgui_size_per_css_size;
  DeviceGlyph wanted;
  wanted.em = std::max(1, static_cast<int>(std::lround(em * density)));
  wanted.left = wanted.em / 8 + 1;
  wanted.side = wanted.em + 2 * wanted.left;
  wanted.baseline = wanted.em;
  wanted.bold = baked->ContainerFont == f.bold;
  std::vector<unsigned char> coverage(static_cast<std::size_t>(wanted.side * wanted.side));
  wanted.coverage = coverage;
  const DeviceAnswer answer = f.draw_device_glyph(code, wanted);
  if (!answer.known) f.asked.insert(code);
  if (advance) {
    *advance = answer.advance * em;
    return true;
  }
  const ImFontAtlasRectId packed = ImFontAtlasPackAddRect(atlas, wanted.side, wanted.side);
  if (packed == ImFontAtlasRectId_Invalid) return false;
  const float size = static_cast<float>(wanted.side) / density;
  glyph->Codepoint = code;
  glyph->AdvanceX = answer.advance * em;
  glyph->X0 = -static_cast<float>(wanted.left) / density;
  glyph->Y0 = std::round(baked->Ascent) - static_cast<float>(wanted.baseline) / density;
  glyph->X1 = glyph->X0 + size;
  glyph->Y1 = glyph->Y0 + size;
  glyph->Visible = true;
  glyph->PackId = packed;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, packed),
                                     coverage.data(), ImTextureFormat_Alpha8, wanted.side);
  return true;
}

const ImFontLoader& device_faces() {
  static const ImFontLoader loader = [] {
    ImFontLoader made;
    made.Name = "the device's own faces";
    made.FontBakedLoadGlyph = load_device_glyph;
    return made;
  }();
  return loader;
}

ImFontConfig configuration() {
  ImFontConfig config;
  // "Owned" so that it is not copied: regular subsets serve both fonts. The atlas lives as long as the page.
  config.FontDataOwnedByAtlas = true;
  config.OversampleH = config.OversampleV = 1;
  config.SizePixels = 26;
  config.RasterizerMultiply = 1.12f;  // as dark as a browser draws the same face
  return config;
}

// Dear ImGui 1.92.2 merges into the last font of the atlas, whatever the configuration names.
void make_last(ImFontAtlas* atlas, ImFont* font) {
  std::swap(*std::find(atlas->Fonts.begin(), atlas->Fonts.end(), font), atlas->Fonts.back());
}

ImFont* add_source(ImFont*& font, void* data, std::size_t bytes, bool bold) {
  ImFontConfig config = configuration();
  config.MergeMode = font != nullptr;
  config.DstFont = font;
  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  if (font) make_last(atlas, font);
  ImFont* added = atlas->AddFontFromMemoryTTF(data, static_cast<int>(bytes), config.SizePixels, &config);
  if (!added) return nullptr;
  const bool for_bold = &font == &faces().bold;
  if (for_bold) faces().true_bold.push_back(bold);
  if (!font) {
    font = added;
    ImFontConfig listening = configuration();
    listening.MergeMode = true;
    listening.DstFont = font;
    listening.FontLoader = &device_faces();
    atlas->AddFont(&listening);
    if (for_bold) faces().true_bold.push_back(true);  // the device draws bold itself
  }
  ImFontAtlasFontDiscardBakes(atlas, font, 0);
  ++faces().generation;
  return font;
}

ImFont* font_of(const Face& face) { return face.bold && faces().bold ? faces().bold : faces().regular; }

ImFontBaked* baked_of(const Face& face) {
  return font_of(face)->GetFontBaked(face.size * imgui_size_per_css_size, context().density);
}

}  // namespace

bool add_font(void* data, std::size_t bytes, bool bold) {
  Faces& f = faces();
  if (bold) return add_source(f.bold, data, bytes, true) != nullptr;
  if (!add_source(f.regular, data, bytes, false)) return false;
  ImGui::GetIO().FontDefault = f.regular;
  if (f.bold) add_source(f.bold, data, bytes, false);
  return true;
}

void set_device_glyphs(DrawDeviceGlyph draw) {
  faces().draw_device_glyph = draw;
  ++faces().generation;
  for (ImFont* font : {faces().regular, faces().bold})
    if (font) ImFontAtlasFontDiscardBakes(ImGui::GetIO().Fonts, font, 0);
}

int fonts_generation() { return faces().generation; }

bool has_character(char32_t code) {
  return faces().regular && faces().regular->IsGlyphInFont(static_cast<ImWchar>(code));
}

std::vector<char32_t> missing_characters() {
  Faces& f = faces();
  std::vector<char32_t> fresh;
  for (const char32_t code : f.asked)
    if (!has_character(code) && f.missing.insert(code).second) fresh.push_back(code);
  f.asked.clear();
  return fresh;
}

float measure(std::string_view words, const Face& face) {
  const Pen pen(face);
  float width = 0;
  for (std::size_t at = 0; at < words.size();) width += pen.advance(next_character(words, at));
  return width;
}

Pen::Pen(const Face& face) : han_width_(face.size) {
  ImFontBaked* baked = baked_of(face);
  baked_ = baked;
  exact_ = face.size * imgui_size_per_css_size / baked->Size;
}

// A Han character is exactly one em wide; what no cut holds yet keeps its place.
float Pen::advance(char32_t code) const {
  const ImFontGlyph* glyph =
      static_cast<ImFontBaked*>(baked_)->FindGlyphNoFallback(static_cast<ImWchar>(code));
  return glyph ? glyph->AdvanceX * exact_ : han_width_;
}

float Pen::baseline(const Face& face, float top) {
  return top + (face.line - face.size * imgui_size_per_css_size) / 2 + face.size * ascent;
}

void Pen::draw(char32_t code, float x, float baseline, Colour colour) const {
  auto* baked = static_cast<ImFontBaked*>(baked_);
  const ImFontGlyph* glyph = baked->FindGlyphNoFallback(static_cast<ImWchar>(code));
  if (!glyph || !glyph->Visible) return;
  const Layer& on = layer();
  const float left = snapped(x + on.offset.x),
              top = snapped(baseline + on.offset.y) - IM_ROUND(baked->Ascent);
  const auto print = [&](float shift) {
    on.list->PrimReserve(6, 4);
    on.list->PrimRectUV({left + shift + glyph->X0, top + glyph->Y0}, {left + shift + glyph->X1, top + glyph->Y1},
                        {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1}, colour);
  };
  print(0);
  // A regular glyph in bold words is printed twice, as browsers do.
  const auto& true_bold = faces().true_bold;
  if (baked->ContainerFont == faces().bold && glyph->SourceIdx < true_bold.size() && !true_bold[glyph->SourceIdx])
    print(std::max(1 / baked->RasterizerDensity, snapped(han_width_ * 0.045f)));
}

}  // namespace mingbai::ui
