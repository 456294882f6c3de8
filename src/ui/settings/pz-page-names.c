/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-page-names.h"

#include "pz-compat.h"

static gboolean
has_title (GtkWidget *list)
{
  GtkWidget *group = gtk_widget_get_ancestor (list, ADW_TYPE_PREFERENCES_GROUP);
  const char *title = group != NULL ? adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)) : NULL;

  return title != NULL && *title != '\0';
}

/**
 * pz_page_name_parts:
 * @page: a page, or a widget with one in it
 * @title: what the page is called, translated
 *
 * Names for screen readers what AdwPreferencesPage leaves without one: lists of groups without a title. Its scrolled
 * window, which has nothing to say, takes no focus.
 */
void
pz_page_name_parts (GtkWidget  *page,
                    const char *title)
{
  g_return_if_fail (GTK_IS_WIDGET (page) && title != NULL);

  if (GTK_IS_SCROLLED_WINDOW (page))
    gtk_widget_set_focusable (page, FALSE);
  if (GTK_IS_LIST_BOX (page) && !has_title (page))
    pz_widget_set_spoken_name (page, title);
  for (GtkWidget *child = gtk_widget_get_first_child (page); child != NULL; child = gtk_widget_get_next_sibling (child))
    pz_page_name_parts (child, title);
}
