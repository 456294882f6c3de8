/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What was written before, offered below an entry while somebody types there. Down goes into the list, Enter takes what is
 * chosen, Escape closes it; the entry goes on as if it was not there. */
#define PZ_TYPE_SUGGESTION_LIST (pz_suggestion_list_get_type ())
G_DECLARE_FINAL_TYPE (PzSuggestionList, pz_suggestion_list, PZ, SUGGESTION_LIST, GtkPopover)

GtkWidget *pz_suggestion_list_attach     (GtkWidget          *entry);
void       pz_suggestion_list_set_values (PzSuggestionList   *self,
                                          const char * const *values);

G_END_DECLS
