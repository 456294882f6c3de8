/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "activities-fixture.h"

G_BEGIN_DECLS

/* The page of an activity, in a window of its own. */
typedef struct
{
  PzDocument *document;
  GtkWidget *page;
  GtkWidget *window;
} Page;

Page       page_open             (UiFixture  *fixture,
                                  PzDocument *document);
void       page_close            (UiFixture  *fixture,
                                  Page       *page);
void       page_settle           (Page       *page);
/* what has an action of the page, or of its cards, done; FALSE: it is not to be had now */
gboolean   page_act              (Page       *page,
                                  const char *name);
GtkWidget *page_get_card         (Page       *page,
                                  guint       n);
GtkWidget *page_find_row         (Page       *page,
                                  guint       card,
                                  const char *learner);
guint      page_count_activities (UiFixture  *fixture);

G_END_DECLS
