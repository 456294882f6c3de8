/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PZ_SETTINGS_WINDOW_WIDTH "window-width"
#define PZ_SETTINGS_WINDOW_HEIGHT "window-height"
#define PZ_SETTINGS_WINDOW_MAXIMIZED "window-maximized"
#define PZ_SETTINGS_CURRENT_CLASS "current-class"
#define PZ_SETTINGS_SORT_BY "sort-by"
#define PZ_SETTINGS_LANGUAGE "language"
#define PZ_SETTINGS_COLOUR_SCHEME "colour-scheme"
#define PZ_SETTINGS_FIRST_WEEKDAY "first-weekday"
#define PZ_SETTINGS_LOCALE_DIR "locale-dir"
#define PZ_SETTINGS_HIDE_NAMES "hide-names"
#define PZ_SETTINGS_HIDE_NAMES_AFTER "hide-names-after"
#define PZ_SETTINGS_CURRENT_VIEW "current-view"
#define PZ_SETTINGS_CURRENT_LEARNER "current-learner"

GSettings *pz_settings_get        (void);
char      *pz_settings_dup_string (const char *key);
void       pz_settings_set_string (const char *key,
                                   const char *value);
int        pz_settings_get_int    (const char *key,
                                   int         fallback);
void       pz_settings_set_int    (const char *key,
                                   int         value);
gboolean   pz_settings_get_flag   (const char *key);
void       pz_settings_set_flag   (const char *key,
                                   gboolean    value);

G_END_DECLS
