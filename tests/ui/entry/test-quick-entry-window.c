/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-privacy.h"
#include "pz-quick-entry-window.h"
#include "pz-quick-line-row.h"
#include "pz-quick-row.h"
#include "pz-window.h"
#include "quick-ui-fixture.h"

#define PEOPLE "Amina Yusuf;Amira Haddad;Tom & <b>Ann"

/* The window of the class, and quick entry over it. Presses of keys are counted, typed letters are not. */
typedef struct
{
  PzWindow *window;
  PzQuickEntryWindow *quick;
  guint n_keys;
} Desk;

static GtkEventController *
find_keys (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) one = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (one) && gtk_event_controller_get_propagation_phase (one) == GTK_PHASE_CAPTURE
          && g_signal_has_handler_pending (one, g_signal_lookup ("key-pressed", GTK_TYPE_EVENT_CONTROLLER_KEY), 0, TRUE))
        return one;
    }
  g_assert_not_reached ();
}

/* As a key comes in: first to the window, then to the field. */
static void
press (Desk           *desk,
       guint           key,
       GdkModifierType modifiers)
{
  gboolean handled = FALSE;

  desk->n_keys++;
  g_signal_emit_by_name (find_keys (GTK_WIDGET (desk->quick)), "key-pressed", key, 0, modifiers, &handled);
  if (!handled && key == GDK_KEY_Return)
    g_signal_emit_by_name (pz_quick_entry_window_get_field (desk->quick), "activate");
  if (!handled && key == GDK_KEY_Escape)
    gtk_widget_activate_action (GTK_WIDGET (desk->quick), "quick.escape", NULL);
  ui_settle ();
}

static void
type (Desk       *desk,
      const char *text)
{
  GtkEditable *field = GTK_EDITABLE (pz_quick_entry_window_get_field (desk->quick));
  int position = -1;

  gtk_editable_insert_text (field, text, -1, &position);
  quick_ui_settle (pz_quick_entry_window_get_session (desk->quick));
}

static PzQuickEntryWindow *
find_quick (void)
{
  g_autoptr(GList) all = gtk_window_list_toplevels ();

  for (GList *l = all; l != NULL; l = l->next)
    if (PZ_IS_QUICK_ENTRY_WINDOW (l->data))
      return l->data;
  return NULL;
}

static void
open_desk (UiFixture *fixture,
           Desk      *desk)
{
  desk->window = PZ_WINDOW (pz_window_new (NULL, fixture->environment));
  desk->n_keys = 0;
  pz_window_show_class (desk->window, fixture->classroom, NULL);
  gtk_window_present (GTK_WINDOW (desk->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (desk->window));
  g_action_group_activate_action (G_ACTION_GROUP (desk->window), "quick-entry", NULL);
  desk->n_keys++; /* Ctrl+K */
  desk->quick = find_quick ();
  g_assert_nonnull (desk->quick);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (desk->quick));
  quick_ui_settle (pz_quick_entry_window_get_session (desk->quick));
}

/* proves that nothing holds the windows */
static void
close_desk (Desk *desk)
{
  if (desk->quick != NULL)
    {
      quick_ui_settle (pz_quick_entry_window_get_session (desk->quick));
      g_object_ref (desk->quick);
      gtk_window_close (GTK_WINDOW (desk->quick));
      ui_settle ();
      g_assert_finalize_object (desk->quick);
    }
  g_object_ref (desk->window);
  gtk_window_close (GTK_WINDOW (desk->window));
  ui_settle ();
  g_assert_finalize_object (desk->window);
}

static PzQuickRow *
get_row (Desk  *desk,
         guint  position)
{
  return PZ_QUICK_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (pz_quick_entry_window_get_list (desk->quick)),
                                                      (int) position));
}

static void
wait_saved (Desk *desk)
{
  g_autoptr(PzQuickLine) line = quick_ui_wait_line (pz_quick_entry_window_get_session (desk->quick), 0);

  g_assert_cmpint (pz_quick_line_get_state (line), ==, PZ_QUICK_LINE_SAVED);
}

static guint
count (UiFixture    *fixture,
       PzRecordType  type)
{
  return quick_ui_count (fixture, pz_classroom_get_path (fixture->classroom), type);
}

/* The mark: from Ctrl+K to saved in 8 presses beyond the text. */
static void
test_few_keys (UiFixture     *fixture,
               gconstpointer  names)
{
  Desk desk;

  open_desk (fixture, &desk);
  type (&desk, "amina read 79 two long words");
  press (&desk, GDK_KEY_Return, 0);
  wait_saved (&desk);
  g_assert_cmpuint (desk.n_keys, ==, 2);
  /* the dearest way: a name two learners have the letters of, completed and chosen by keys */
  desk.n_keys = 1;
  type (&desk, "am");
  press (&desk, GDK_KEY_2, GDK_ALT_MASK);
  press (&desk, GDK_KEY_Tab, 0);
  press (&desk, GDK_KEY_Tab, 0);
  type (&desk, "81");
  press (&desk, GDK_KEY_Return, 0);
  wait_saved (&desk);
  g_assert_cmpuint (desk.n_keys, <=, 8);
  g_assert_cmpuint (count (fixture, PZ_RECORD_MEASUREMENT), ==, 2);
  close_desk (&desk);
}

static void
test_first_row_is_what_enter_writes (UiFixture     *fixture,
                                     gconstpointer  names)
{
  Desk desk;

  open_desk (fixture, &desk);
  type (&desk, "amina read 79 two words");
  gtk_test_accessible_assert_property (get_row (&desk, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Amina Yusuf · Reads aloud · 79 words a minute · Note: “two words”");
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (get_row (&desk, 0))));
  press (&desk, GDK_KEY_Down, 0);
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (get_row (&desk, 1))));
  g_assert_cmpuint (pz_quick_session_get_chosen (pz_quick_entry_window_get_session (desk.quick)), ==, 1);
  press (&desk, GDK_KEY_Up, 0);
  press (&desk, GDK_KEY_Up, 0);
  g_assert_cmpuint (pz_quick_session_get_chosen (pz_quick_entry_window_get_session (desk.quick)), ==, 0);
  close_desk (&desk);
}

static void
test_undo_by_key_and_button (UiFixture     *fixture,
                             gconstpointer  names)
{
  Desk desk;
  GtkListBox *lines;
  PzQuickLineRow *row;

  open_desk (fixture, &desk);
  lines = GTK_LIST_BOX (pz_quick_entry_window_get_lines (desk.quick));
  for (guint i = 0; i < 3; i++)
    {
      type (&desk, "amina laughed");
      press (&desk, GDK_KEY_Return, 0);
      wait_saved (&desk);
    }
  /* with letters in the field the key is the field's */
  type (&desk, "x");
  press (&desk, GDK_KEY_z, GDK_CONTROL_MASK);
  ui_save (fixture->classroom);
  g_assert_cmpuint (count (fixture, PZ_RECORD_CHECK_IN), ==, 3);
  press (&desk, GDK_KEY_Escape, 0);
  press (&desk, GDK_KEY_z, GDK_CONTROL_MASK);
  ui_save (fixture->classroom);
  g_assert_cmpuint (count (fixture, PZ_RECORD_CHECK_IN), ==, 2);
  row = PZ_QUICK_LINE_ROW (gtk_list_box_get_row_at_index (lines, 2));
  g_assert_true (gtk_widget_get_visible (pz_quick_line_row_get_button (row)));
  g_signal_emit_by_name (pz_quick_line_row_get_button (row), "clicked");
  ui_settle ();
  ui_save (fixture->classroom);
  g_assert_false (gtk_widget_get_visible (pz_quick_line_row_get_button (row)));
  g_assert_cmpuint (count (fixture, PZ_RECORD_CHECK_IN), ==, 1);
  close_desk (&desk);
}

static void
test_escape_clears_then_closes (UiFixture     *fixture,
                                gconstpointer  names)
{
  Desk desk;

  open_desk (fixture, &desk);
  type (&desk, "amina");
  press (&desk, GDK_KEY_Escape, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (pz_quick_entry_window_get_field (desk.quick))), ==, "");
  g_assert_nonnull (find_quick ());
  press (&desk, GDK_KEY_Escape, 0);
  g_assert_null (find_quick ());
  desk.quick = NULL;
  close_desk (&desk);
}

/* names and sentences are no markup, and neither are messages */
static void
test_hostile_names (UiFixture     *fixture,
                    gconstpointer  names)
{
  Desk desk;

  open_desk (fixture, &desk);
  type (&desk, "tom says <i>%n & %s");
  gtk_test_accessible_assert_property (get_row (&desk, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Tom & <b>Ann · Note · “says <i>%n & %s”");
  press (&desk, GDK_KEY_Return, 0);
  wait_saved (&desk);
  type (&desk, "<zzq> & %s");
  g_assert_cmpuint (pz_quick_session_get_readings (pz_quick_entry_window_get_session (desk.quick))->len, ==, 0);
  close_desk (&desk);
}

/* a screen that others see: no name, no word about somebody, neither in rows nor for a screen reader */
static void
test_hidden_names (UiFixture     *fixture,
                   gconstpointer  names)
{
  Desk desk;
  GtkWidget *field;

  open_desk (fixture, &desk);
  field = pz_quick_entry_window_get_field (desk.quick);
  type (&desk, "amina laughed");
  press (&desk, GDK_KEY_Return, 0);
  wait_saved (&desk);
  type (&desk, "amina read 79 two words");
  press (&desk, GDK_KEY_H, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_true (pz_privacy_is_hidden ());
  g_assert_false (gtk_entry_get_visibility (GTK_ENTRY (field)));
  gtk_test_accessible_assert_property (get_row (&desk, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Learner 1 · Reads aloud · 79 words a minute");
  gtk_test_accessible_assert_property (
      gtk_list_box_get_row_at_index (GTK_LIST_BOX (pz_quick_entry_window_get_lines (desk.quick)), 0),
      GTK_ACCESSIBLE_PROPERTY_LABEL, "Learner 1 · Note");
  press (&desk, GDK_KEY_Tab, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, "amina read 79 two words");
  press (&desk, GDK_KEY_Return, 0);
  wait_saved (&desk);
  pz_privacy_set_hidden (FALSE);
  g_assert_true (gtk_entry_get_visibility (GTK_ENTRY (field)));
  g_assert_cmpuint (count (fixture, PZ_RECORD_MEASUREMENT), ==, 1);
  close_desk (&desk);
}

static void
add (const char *path,
     void      (*test) (UiFixture     *fixture,
                        gconstpointer  names))
{
  g_test_add (path, UiFixture, PEOPLE, quick_ui_set_up, test, ui_fixture_tear_down);
}

static void
add_tests (void)
{
  add ("/ui/quick-entry-window/few-keys", test_few_keys);
  add ("/ui/quick-entry-window/first-row-is-what-enter-writes", test_first_row_is_what_enter_writes);
  add ("/ui/quick-entry-window/undo-by-key-and-button", test_undo_by_key_and_button);
  add ("/ui/quick-entry-window/escape-clears-then-closes", test_escape_clears_then_closes);
  add ("/ui/quick-entry-window/hostile-names", test_hostile_names);
  add ("/ui/quick-entry-window/hidden-names", test_hidden_names);
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
