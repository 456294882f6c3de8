/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-attention-window.h"
#include "pz-window.h"
#include "ui-fixture.h"

static GtkWidget *
find_window_of (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) found = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (found), type))
        return found;
    }
  return NULL;
}

static gboolean
is_ready (gpointer attention)
{
  return pz_attention_window_is_ready (attention);
}

static void
test_leads_to_the_learner (UiFixture     *fixture,
                           gconstpointer  names)
{
  PzWindow *window = PZ_WINDOW (pz_window_new (NULL, fixture->environment));
  GtkWidget *attention;
  const char *id;

  pz_window_show_class (window, fixture->classroom, NULL);
  gtk_window_present (GTK_WINDOW (window));
  ui_settle ();
  g_assert_null (pz_learners_view_get_page (pz_window_get_learners_view (window)));
  g_action_group_activate_action (G_ACTION_GROUP (window), "show-attention", NULL);
  attention = find_window_of (PZ_TYPE_ATTENTION_WINDOW);
  g_assert_nonnull (attention);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (attention)) == GTK_WINDOW (window));
  g_assert_true (ui_wait (is_ready, attention));
  id = pz_index_peek_id (pz_classroom_get_index (fixture->classroom), 1);
  g_signal_emit_by_name (attention, "open-learner", id);
  gtk_window_close (GTK_WINDOW (attention));
  ui_settle ();
  g_assert_cmpstr (pz_learner_page_get_id (pz_learners_view_get_page (pz_window_get_learners_view (window))), ==, id);

  g_object_ref (window);
  gtk_window_close (GTK_WINDOW (window));
  ui_settle ();
  g_assert_finalize_object (window);
}

static void
test_needs_a_class (UiFixture     *fixture,
                    gconstpointer  names)
{
  GtkWidget *window = pz_window_new (NULL, fixture->environment);

  gtk_window_present (GTK_WINDOW (window));
  ui_settle ();
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "show-attention"));
  pz_window_show_class (PZ_WINDOW (window), fixture->classroom, NULL);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "show-attention"));
  gtk_window_close (GTK_WINDOW (window));
  ui_settle ();
}

static void
add_tests (void)
{
  g_test_add ("/ui/attention-action/leads-to-the-learner", UiFixture, "Amina Yusuf;Tom & Ann", ui_fixture_set_up,
              test_leads_to_the_learner, ui_fixture_tear_down);
  g_test_add ("/ui/attention-action/needs-a-class", UiFixture, "Amina Yusuf;Tom & Ann", ui_fixture_set_up,
              test_needs_a_class, ui_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
