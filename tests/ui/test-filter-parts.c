/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-filter-chip.h"
#include "pz-filter-words.h"
#include "pz-saved-filters-box.h"
#include "pz-saved-filters.h"
#include "ui-fixture.h"

static gboolean
are_loaded (gpointer traits)
{
  return pz_classroom_traits_is_loaded (traits) && !pz_classroom_traits_is_busy (traits);
}

static gboolean
has_label (GtkWidget  *root,
           const char *text)
{
  if (!gtk_widget_get_child_visible (root) || !gtk_widget_get_visible (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (root)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

static void
test_saved_filters_are_offered (UiFixture     *fixture,
                                gconstpointer  data)
{
  g_autoptr(PzFilterModel) filters = pz_filter_model_new (fixture->classroom);
  g_autoptr(PzLearnerFilter) filter = pz_learner_filter_new ();
  GtkWidget *window, *box, *use;

  pz_learner_filter_add (filter, PZ_FILTER_INTEREST, NULL, "Music");
  pz_saved_filters_add (pz_classroom_get_document (fixture->classroom), "Band", filter, NULL);
  ui_save (fixture->classroom);
  box = pz_saved_filters_box_new (filters);
  window = ui_present (box, 300, 300);
  g_assert_true (has_label (box, "Band"));
  use = ui_find (box, GTK_TYPE_BUTTON, 0);
  g_signal_emit_by_name (use, "clicked");
  g_assert_true (pz_learner_filter_equal (pz_filter_model_peek (filters), filter));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (ui_wait (are_loaded, pz_filter_model_get_traits (filters)));
}

static void
test_a_filter_is_saved_renamed_and_deleted (UiFixture     *fixture,
                                            gconstpointer  data)
{
  g_autoptr(PzFilterModel) filters = pz_filter_model_new (fixture->classroom);
  PzDocument *document = pz_classroom_get_document (fixture->classroom);
  GtkWidget *box = pz_saved_filters_box_new (filters);
  GtkWidget *window = ui_present (box, 300, 300);
  GtkWidget *entry = ui_find (box, GTK_TYPE_ENTRY, 0);
  g_autoptr(GPtrArray) saved = NULL;
  g_autoptr(GPtrArray) left = NULL;

  pz_filter_model_toggle (filters, PZ_FILTER_SEEN, NULL, PZ_FILTER_OVERDUE);
  g_signal_emit_by_name (ui_find (box, GTK_TYPE_BUTTON, 0), "clicked"); /* Save Filter */
  gtk_editable_set_text (GTK_EDITABLE (entry), " Late ");
  g_signal_emit_by_name (entry, "activate");
  saved = pz_saved_filters_list (document);
  g_assert_cmpuint (saved->len, ==, 1);
  g_assert_cmpstr (pz_record_get_text (g_ptr_array_index (saved, 0), PZ_TEMPLATE_NAME), ==, "Late");
  ui_save (fixture->classroom);
  gtk_widget_unmap (box);
  gtk_widget_map (box);
  g_signal_emit_by_name (ui_find (box, GTK_TYPE_BUTTON, 1), "clicked"); /* Rename */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Late");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Overdue");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (pz_record_get_text (g_ptr_array_index (saved, 0), PZ_TEMPLATE_NAME), ==, "Overdue");
  g_signal_emit_by_name (ui_find (box, GTK_TYPE_BUTTON, 2), "clicked"); /* Delete */
  left = pz_saved_filters_list (document);
  g_assert_cmpuint (left->len, ==, 0);
  ui_save (fixture->classroom);
  g_assert_true (pz_classroom_undo (fixture->classroom, NULL));
  g_ptr_array_unref (g_steal_pointer (&left));
  left = pz_saved_filters_list (document);
  g_assert_cmpuint (left->len, ==, 1);
  ui_save (fixture->classroom);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (ui_wait (are_loaded, pz_filter_model_get_traits (filters)));
}

static void
test_words (UiFixture     *fixture,
            gconstpointer  data)
{
  PzDocument *classroom = pz_classroom_get_document (fixture->classroom);
  g_autoptr(PzLearnerFilter) filter = pz_learner_filter_new ();
  g_autofree char *values = NULL;
  g_autofree char *group = NULL;
  g_autofree char *unknown = NULL;
  g_autofree char *gone = NULL;

  pz_learner_filter_add (filter, PZ_FILTER_NEED, NULL, "Reading");
  pz_learner_filter_add (filter, PZ_FILTER_NEED, NULL, "<b>");
  values = pz_filter_words_dup_values (pz_learner_filter_get_group (filter, 0), classroom);
  group = pz_filter_words_dup_group (pz_learner_filter_get_group (filter, 0), classroom);
  g_assert_cmpstr (values, ==, "Reading, <b>");
  g_assert_cmpstr (group, ==, "Needs: Reading, <b>");
  pz_learner_filter_add (filter, PZ_FILTER_LEVEL, NULL, "aaaaaaaaaaaaaaaa");
  unknown = pz_filter_words_dup_unknown (3, pz_learner_filter_get_group (filter, 1), classroom);
  g_assert_cmpstr (unknown, ==, "3 have no level");
  gone = pz_filter_words_dup_value (PZ_FILTER_LEVEL, "aaaaaaaaaaaaaaaa", classroom);
  g_assert_cmpstr (gone, ==, "Unknown");
}

static void
popup_menu (GtkWidget *chip)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (ui_find (chip, GTK_TYPE_MENU_BUTTON, 0)));
}

/* The window is closed while a menu of it is open, or is just being opened: nothing of either outlives it. */
static void
test_open_menus_go_with_their_window (UiFixture     *fixture,
                                      gconstpointer  data)
{
  for (guint settled = 0; settled < 2; settled++)
    {
      g_autoptr(PzFilterModel) filters = pz_filter_model_new (fixture->classroom);
      GtkWidget *chip = pz_filter_chip_new (filters, PZ_FILTER_NEED, NULL);
      GtkWidget *window = ui_present (chip, 300, 300);
      GtkWidget *menu;

      popup_menu (chip);
      menu = GTK_WIDGET (pz_filter_chip_get_menu (PZ_FILTER_CHIP (chip)));
      g_object_add_weak_pointer (G_OBJECT (chip), (gpointer *) &chip);
      g_object_add_weak_pointer (G_OBJECT (menu), (gpointer *) &menu);
      if (settled)
        ui_settle ();
      g_assert_true (gtk_widget_get_visible (menu));
      gtk_window_destroy (GTK_WINDOW (window));
      ui_settle ();
      g_assert_null (chip);
      g_assert_null (menu);
      g_assert_true (ui_wait (are_loaded, pz_filter_model_get_traits (filters)));
    }
}

#define ADD(path, function) \
  g_test_add ("/ui/filter-parts/" path, UiFixture, "Amina Yusuf", ui_fixture_set_up, function, ui_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("saved-filters-are-offered", test_saved_filters_are_offered);
  ADD ("a-filter-is-saved-renamed-and-deleted", test_a_filter_is_saved_renamed_and_deleted);
  ADD ("words", test_words);
  ADD ("open-menus-go-with-their-window", test_open_menus_go_with_their_window);
}

int
main (int argc, char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
