/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-status.h"

#include "pz-compat.h"

#include <glib/gi18n-lib.h>

/**
 * pz_status_init:
 * @page: a page, as soon as it is made
 *
 * Names what scrolls in it: it takes the keyboard focus, and AdwStatusPage gives it no name.
 */
void
pz_status_init (AdwStatusPage *page)
{
  GtkWidget *scroller;
  const char *title;

  g_return_if_fail (ADW_IS_STATUS_PAGE (page));

  title = adw_status_page_get_title (page);
  scroller = gtk_widget_get_first_child (GTK_WIDGET (page));
  if (scroller == NULL)
    return;
  pz_widget_set_spoken_name (scroller, title != NULL && *title != '\0' ? title : _("Message"));
}

/**
 * pz_status_show:
 * @page: the page
 * @icon: name of an icon; large ones are dear to load, so it is set when the page is needed and not before
 * @title: (nullable): translated, plain text; %NULL leaves the one that is there
 * @description: (nullable): translated, plain text; %NULL leaves the one that is there
 *
 * Fills the page.
 */
void
pz_status_show (AdwStatusPage *page,
                const char    *icon,
                const char    *title,
                const char    *description)
{
  g_return_if_fail (ADW_IS_STATUS_PAGE (page));

  adw_status_page_set_icon_name (page, icon);
  if (title != NULL)
    adw_status_page_set_title (page, title);
  if (description != NULL)
    {
      g_autofree char *markup = g_markup_escape_text (description, -1);

      adw_status_page_set_description (page, markup);
    }
  pz_status_init (page);
}
