/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-chip-box.h"
#include "ui-fixture.h"

/* Keeps the values a box asks for, as a page does with a record. */
typedef struct
{
  GtkWidget *window;
  PzChipBox *box;
  GPtrArray *values;
  guint n_wanted;
} Chips;

static void
show_values (Chips *chips)
{
  g_ptr_array_add (chips->values, NULL);
  pz_chip_box_set_values (chips->box, (const char * const *) chips->values->pdata);
  g_ptr_array_set_size (chips->values, chips->values->len - 1);
}

static void
drop_value (Chips      *chips,
            const char *text)
{
  guint place;

  g_assert_true (g_ptr_array_find_with_equal_func (chips->values, text, g_str_equal, &place));
  g_ptr_array_remove_index (chips->values, place);
}

static void
added_cb (Chips      *chips,
          const char *text)
{
  g_ptr_array_add (chips->values, g_strdup (text));
  show_values (chips);
}

static void
removed_cb (Chips      *chips,
            const char *text)
{
  drop_value (chips, text);
  show_values (chips);
}

static void
replaced_cb (Chips      *chips,
             const char *old,
             const char *text)
{
  drop_value (chips, old);
  added_cb (chips, text);
}

static void
wanted_cb (Chips *chips)
{
  chips->n_wanted++;
}

static void
set_up (Chips *chips)
{
  chips->values = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (chips->values, g_strdup ("Drawing"));
  g_ptr_array_add (chips->values, g_strdup ("Football"));
  chips->box = PZ_CHIP_BOX (pz_chip_box_new ("Interests"));
  g_signal_connect_swapped (chips->box, "added", G_CALLBACK (added_cb), chips);
  g_signal_connect_swapped (chips->box, "removed", G_CALLBACK (removed_cb), chips);
  g_signal_connect_swapped (chips->box, "replaced", G_CALLBACK (replaced_cb), chips);
  g_signal_connect_swapped (chips->box, "wants-suggestions", G_CALLBACK (wanted_cb), chips);
  show_values (chips);
  chips->window = ui_present (GTK_WIDGET (chips->box), 400, 300);
}

static void
tear_down (Chips *chips)
{
  g_object_ref (chips->box);
  gtk_window_destroy (GTK_WINDOW (chips->window));
  ui_settle ();
  g_assert_finalize_object (chips->box);
  g_ptr_array_unref (chips->values);
}

/* what a key does that reaches the box from the chip with the focus */
static gboolean
press (Chips *chips,
       guint  keyval)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (chips->box));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
  return handled;
}

static GtkWidget *
get_child (Chips *chips,
           guint  n)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (chips->box));

  while (n-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
type_and_enter (Chips      *chips,
                const char *text)
{
  GtkWidget *entry = pz_chip_editor_get_entry (pz_chip_box_get_editor (chips->box));

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static void
test_delete_removes_and_keeps_focus (void)
{
  Chips chips = { 0 };

  set_up (&chips);
  gtk_widget_grab_focus (get_child (&chips, 0));
  g_assert_true (press (&chips, GDK_KEY_Delete));
  g_assert_cmpuint (chips.values->len, ==, 1);
  g_assert_cmpstr (chips.values->pdata[0], ==, "Football");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (chips.window)) == get_child (&chips, 0));
  g_assert_true (press (&chips, GDK_KEY_BackSpace));
  g_assert_cmpuint (chips.values->len, ==, 0);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (chips.window)) == get_child (&chips, 0)); /* the button that adds */
  g_assert_false (press (&chips, GDK_KEY_Delete));
  tear_down (&chips);
}

static void
test_adds_several (void)
{
  Chips chips = { 0 };

  set_up (&chips);
  pz_chip_box_add (chips.box);
  g_assert_cmpuint (chips.n_wanted, ==, 1);
  type_and_enter (&chips, "  Birds of prey ");
  type_and_enter (&chips, "Cooking");
  type_and_enter (&chips, "Drawing"); /* there already */
  g_assert_cmpuint (chips.values->len, ==, 4);
  g_assert_cmpstr (chips.values->pdata[2], ==, "Birds of prey");
  tear_down (&chips);
}

static void
test_enter_edits (void)
{
  Chips chips = { 0 };

  set_up (&chips);
  g_signal_emit_by_name (get_child (&chips, 1), "clicked");
  ui_settle ();
  type_and_enter (&chips, "Handball");
  g_assert_cmpuint (chips.values->len, ==, 2);
  g_assert_cmpstr (chips.values->pdata[1], ==, "Handball");
  tear_down (&chips);
}

static guint
count_rows (Chips *chips)
{
  GtkWidget *list = ui_find (GTK_WIDGET (pz_chip_box_get_editor (chips->box)), GTK_TYPE_LIST_BOX, 0);
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), n) != NULL)
    n++;
  return n;
}

static void
test_offers_what_fits (void)
{
  const char *offered[] = { "Chess", "Cooking with aunt", "Écoute", "Music", NULL };
  Chips chips = { 0 };

  set_up (&chips);
  pz_chip_box_set_suggestions (chips.box, offered);
  pz_chip_box_add (chips.box);
  g_assert_cmpuint (count_rows (&chips), ==, 4);
  gtk_editable_set_text (GTK_EDITABLE (pz_chip_editor_get_entry (pz_chip_box_get_editor (chips.box))), "eco");
  g_assert_cmpuint (count_rows (&chips), ==, 1);
  tear_down (&chips);
}

static void
test_read_only (void)
{
  Chips chips = { 0 };

  set_up (&chips);
  pz_chip_box_set_editable (chips.box, FALSE);
  gtk_widget_grab_focus (get_child (&chips, 0));
  g_assert_false (press (&chips, GDK_KEY_Delete));
  g_assert_false (gtk_widget_get_visible (get_child (&chips, 2)));
  g_assert_cmpuint (chips.values->len, ==, 2);
  tear_down (&chips);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/chip-box/delete-removes-and-keeps-focus", test_delete_removes_and_keeps_focus);
  g_test_add_func ("/ui/chip-box/adds-several", test_adds_several);
  g_test_add_func ("/ui/chip-box/enter-edits", test_enter_edits);
  g_test_add_func ("/ui/chip-box/offers-what-fits", test_offers_what_fits);
  g_test_add_func ("/ui/chip-box/read-only", test_read_only);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
