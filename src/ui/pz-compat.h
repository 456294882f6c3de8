/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  PZ_CHOOSE_OPEN,
  PZ_CHOOSE_SAVE,
  PZ_CHOOSE_FOLDER,
} PzChooseKind;

void      pz_choose_file_async    (GtkWindow            *parent,
                                   PzChooseKind          kind,
                                   const char           *title,
                                   const char           *suggested_name,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
GFile    *pz_choose_file_finish   (GAsyncResult         *result,
                                   GError              **error);
void      pz_ask_async            (GtkWindow            *parent,
                                   const char           *heading,
                                   const char           *body,
                                   const char           *no,
                                   const char           *yes,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean  pz_ask_finish           (GAsyncResult         *result);
void      pz_tell                 (GtkWindow            *parent,
                                   const char           *heading,
                                   const char           *body);
void      pz_show_about           (GtkWindow            *parent);
void      pz_list_item_set_label  (GtkListItem          *item,
                                   const char           *label);
void      pz_list_view_set_model  (GtkListView          *list,
                                   GtkSelectionModel    *model);
void      pz_widget_set_spoken_name (GtkWidget         *widget,
                                   const char           *name);
void      pz_announce             (GtkWidget            *widget,
                                   const char           *text);
void      pz_widget_get_text_color (GtkWidget           *widget,
                                   GdkRGBA              *color);

G_END_DECLS
