// Opening and closing layers. Everything in a layer is drawn over the layers before it.
#pragma once

#include "web/ui/context.h"

namespace mingbai::ui {

// `view` is its place in the view; layout coordinates plus `offset` are the view's.
void open_layer(const char* name, Rect view, Point offset);
void close_layer();
void paint_toasts();
void raise_layer();  // above everything opened so far: dialogs and messages

}  // namespace mingbai::ui
