/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-window.h"
#include "ui-fixture.h"

G_BEGIN_DECLS

/* How somebody may look at a page. */
typedef struct
{
  const char *name;
  int width;
  int height;
  int dpi; /* of the font; 96 is as usual, 192 is 200 % */
  GtkTextDirection direction;
} LayoutMode;

typedef struct
{
  const char *given; /* or NULL */
  const char *family;
} LayoutName;

#define LAYOUT_MODES 6
#define LAYOUT_NAMES 7

extern const LayoutMode layout_modes[LAYOUT_MODES];
extern const LayoutName layout_names[LAYOUT_NAMES]; /* nobody wants them in a layout, and everybody has them in a school */

void      layout_enter       (gsize       mode);
PzWindow *layout_open        (UiFixture  *fixture,
                              gsize       mode);
void      layout_close       (GtkWidget  *window);
void      layout_assert_fits (GtkWidget  *window,
                              const char *page,
                              gsize       mode);

G_END_DECLS
