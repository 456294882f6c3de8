/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "activities-fixture.h"

/* Returns: (transfer full): planned; saved with the next save */
PzDocument *
activities_add (UiFixture  *fixture,
                const char *title,
                const char *date,
                const char *setting)
{
  PzDocument *document = pz_classroom_plan_activity (fixture->classroom, title, pz_day_from_text (date));

  pz_record_set_text (pz_document_get_owner (document), PZ_ACTIVITY_SETTING, setting);
  pz_record_set_number (pz_document_get_owner (document), PZ_ACTIVITY_MINUTES, 45);
  return document;
}

/* Returns: (transfer full): every week from that day on */
PzDocument *
activities_add_regular (UiFixture  *fixture,
                        const char *title,
                        const char *date)
{
  PzDocument *document = activities_add (fixture, title, date, "pairs");

  pz_activity_set_repeats (pz_document_get_owner (document), 1);
  return document;
}

/* Returns: id of the first with that name */
const char *
activities_learner (UiFixture  *fixture,
                    const char *given_name)
{
  PzIndex *index = pz_classroom_get_index (fixture->classroom);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    if (g_strcmp0 (pz_index_peek_given_name (index, i), given_name) == 0)
      return pz_index_peek_id (index, i);
  g_assert_not_reached ();
}

char *
activities_add_strategy (UiFixture  *fixture,
                         const char *name)
{
  PzRecord *strategy = pz_document_add (pz_classroom_get_document (fixture->classroom), PZ_RECORD_STRATEGY);

  pz_record_set_text (strategy, PZ_STRATEGY_NAME, name);
  return g_strdup (pz_record_get_id (strategy));
}

static gboolean
is_read (gpointer list)
{
  return pz_activity_list_is_read (list) && !pz_activity_list_is_busy (list);
}

void
activities_wait (PzActivityList *list)
{
  g_assert_true (ui_wait (is_read, list));
  ui_settle ();
}

/* "Title 2026-11-23; Title 2026-11-24*", with a star where the regular week plans it */
char *
activities_dup_rows (GListModel *model)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(PzActivityItem) item = g_list_model_get_item (model, i);
      char day[PZ_DAY_TEXT_SIZE] = "never";

      if (pz_activity_item_get_day (item) != 0)
        pz_day_to_text (pz_activity_item_get_day (item), day);
      g_string_append_printf (text, "%s%s %s%s", i > 0 ? "; " : "", pz_activity_item_get_activity (item)->title, day,
                              pz_activity_item_is_regular (item) ? "*" : "");
    }
  return g_string_free (text, FALSE);
}

/* Returns: (transfer full): the first of that title */
PzActivityItem *
activities_find (GListModel *model,
                 const char *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(PzActivityItem) item = g_list_model_get_item (model, i);

      if (g_str_equal (pz_activity_item_get_activity (item)->title, title))
        return g_steal_pointer (&item);
    }
  g_assert_not_reached ();
}

/* how many widgets of that type there are below */
guint
activities_count (GtkWidget *root,
                  GType      type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (root), type);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += activities_count (child, type);
  return n;
}

/* Returns: (nullable): the button with that label */
GtkWidget *
activities_find_button (GtkWidget  *root,
                        const char *label)
{
  guint n = activities_count (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *button = ui_find (root, GTK_TYPE_BUTTON, i);

      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
        return button;
    }
  return NULL;
}

static gboolean
is_formed (gpointer forming)
{
  return !pz_group_forming_is_forming (forming);
}

static gboolean
has_account (gpointer forming)
{
  return pz_group_forming_get_account (forming) != NULL;
}

void
activities_wait_formed (PzGroupForming *forming)
{
  g_assert_true (ui_wait (is_formed, forming));
}

/* until the groups of now are judged, as the page has them be */
void
activities_wait_account (PzGroupForming *forming)
{
  pz_group_forming_judge (forming, 1);
  g_assert_true (ui_wait (has_account, forming));
}

void
activities_form (PzGroupForming *forming,
                 guint64         seed)
{
  pz_group_forming_form (forming, seed);
  g_assert_true (pz_group_forming_is_forming (forming));
  activities_wait_formed (forming);
}

/* " Ana Ben; Cleo Dan": groups in their order, learners in that of the index */
char *
activities_dup_groups (UiFixture  *fixture,
                       PzDocument *activity)
{
  PzIndex *index = pz_classroom_get_index (fixture->classroom);
  g_autoptr(GPtrArray) groups = pz_activity_list_groups (activity, 1);
  GString *text = g_string_new (NULL);

  for (guint k = 0; k < groups->len; k++)
    {
      g_string_append (text, k > 0 ? ";" : "");
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
        {
          PzRecord *part = pz_activity_find_part (activity, pz_index_peek_id (index, i), 1);

          if (part != NULL && g_strcmp0 (pz_record_get_text (part, PZ_PARTICIPATION_GROUP),
                                         pz_record_get_id (groups->pdata[k])) == 0)
            g_string_append_printf (text, " %s", pz_index_peek_given_name (index, i));
        }
    }
  return g_string_free (text, FALSE);
}

void
activities_draw (ActivitiesShown *shown)
{
  activities_wait (pz_activities_view_get_list (shown->view));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (shown->window));
  ui_settle ();
}

ActivitiesShown
activities_show (UiFixture *fixture)
{
  ActivitiesShown shown;

  ui_save (fixture->classroom);
  shown.window = PZ_WINDOW (pz_window_new (NULL, fixture->environment));
  pz_window_show_class (shown.window, fixture->classroom, NULL);
  gtk_window_present (GTK_WINDOW (shown.window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (shown.window));
  ui_settle ();
  g_action_group_activate_action (G_ACTION_GROUP (shown.window), "show-activities", NULL);
  shown.view = PZ_ACTIVITIES_VIEW (ui_find (GTK_WIDGET (shown.window), PZ_TYPE_ACTIVITIES_VIEW, 0));
  activities_draw (&shown);
  return shown;
}

/* as a teacher does, and proves that nothing holds the window */
void
activities_close (ActivitiesShown *shown)
{
  g_object_ref (shown->window);
  gtk_window_close (GTK_WINDOW (shown->window));
  ui_settle ();
  g_assert_finalize_object (shown->window);
}
