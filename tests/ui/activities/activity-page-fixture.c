/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activity-page-fixture.h"

#include "pz-activity-cards.h"
#include "pz-activity-page.h"
#include "pz-classroom-calendar.h"
#include "pz-group-card.h"

Page
page_open (UiFixture  *fixture,
           PzDocument *document)
{
  Page page = { document };

  ui_save (fixture->classroom);
  page.page = pz_activity_page_new (fixture->classroom, document);
  page.window = ui_present (page.page, 900, 700);
  return page;
}

void
page_close (UiFixture *fixture,
            Page      *page)
{
  gtk_window_destroy (GTK_WINDOW (page->window));
  g_object_unref (page->document);
  ui_save (fixture->classroom);
}

void
page_settle (Page *page)
{
  ui_settle ();
  gtk_test_widget_wait_for_draw (page->window);
  ui_settle ();
}

gboolean
page_act (Page       *page,
          const char *name)
{
  gboolean done = gtk_widget_activate_action (ui_find (page->page, PZ_TYPE_ACTIVITY_CARDS, 0), name, NULL);

  page_settle (page);
  return done;
}

GtkWidget *
page_get_card (Page  *page,
               guint  n)
{
  return ui_find (page->page, PZ_TYPE_GROUP_CARD, n);
}

GtkWidget *
page_find_row (Page       *page,
               guint       card,
               const char *learner)
{
  return GTK_WIDGET (pz_group_card_find (PZ_GROUP_CARD (page_get_card (page, card)), learner));
}

guint
page_count_activities (UiFixture *fixture)
{
  g_autoptr(GPtrArray) activities = NULL;

  ui_save (fixture->classroom);
  activities = pz_classroom_read_activities (fixture->classroom, NULL);
  return activities->len;
}
