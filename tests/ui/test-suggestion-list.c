/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-privacy.h"
#include "pz-suggestion-list.h"
#include "ui-fixture.h"

static const char *const values[] = { "reads aloud", "Écrit un texte", "<b>tells</b> & %s", NULL };

typedef struct
{
  GtkWidget *window;
  GtkWidget *entry;
  GtkWidget *other;
  PzSuggestionList *list;
} Case;

static void
begin (Case *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->entry = adw_entry_row_new ();
  self->other = adw_entry_row_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->entry);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->other);
  self->list = PZ_SUGGESTION_LIST (pz_suggestion_list_attach (self->entry));
  pz_suggestion_list_set_values (self->list, values);
  self->window = ui_present (group, 500, 500);
  gtk_widget_grab_focus (self->entry);
  ui_settle ();
}

static void
end (Case *self)
{
  GtkWidget *list = GTK_WIDGET (self->list);

  g_object_add_weak_pointer (G_OBJECT (list), (gpointer *) &list);
  gtk_window_destroy (GTK_WINDOW (self->window));
  ui_settle ();
  g_assert_null (list);
}

static void
type_text (Case       *self,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  ui_settle ();
}

static guint
count_rows (Case *self)
{
  GtkWidget *list = ui_find (GTK_WIDGET (self->list), GTK_TYPE_LIST_BOX, 0);
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

static gboolean
is_open (Case *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->list));
}

static void
test_offers_what_fits (UiFixture     *ui,
                       gconstpointer  names)
{
  Case self;

  begin (&self);
  g_assert_false (is_open (&self)); /* nobody types yet */
  type_text (&self, "ECRIT");
  g_assert_true (is_open (&self));
  g_assert_cmpuint (count_rows (&self), ==, 1);
  type_text (&self, "counts");
  g_assert_false (is_open (&self));
  type_text (&self, "reads aloud"); /* it stands there already */
  g_assert_false (is_open (&self));
  type_text (&self, "e");
  g_assert_true (is_open (&self));
  g_assert_cmpuint (count_rows (&self), ==, 3);
  type_text (&self, "");
  g_assert_false (is_open (&self));
  end (&self);
}

static void
test_takes_what_is_chosen (UiFixture     *ui,
                           gconstpointer  names)
{
  Case self;
  GtkWidget *row;

  begin (&self);
  type_text (&self, "tell");
  row = ui_find (GTK_WIDGET (self.list), GTK_TYPE_LIST_BOX_ROW, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "<b>tells</b> & %s");
  gtk_widget_activate (row);
  ui_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (self.entry)), ==, "<b>tells</b> & %s");
  g_assert_false (is_open (&self));
  g_assert_nonnull (gtk_widget_get_focus_child (self.entry)); /* to go on with */
  end (&self);
}

static void
test_closes_when_the_entry_is_left (UiFixture     *ui,
                                    gconstpointer  names)
{
  Case self;

  begin (&self);
  type_text (&self, "reads");
  g_assert_true (is_open (&self));
  gtk_widget_grab_focus (self.other);
  ui_settle ();
  g_assert_false (is_open (&self));
  type_text (&self, "e"); /* a template, say: nobody types */
  g_assert_false (is_open (&self));
  end (&self);
}

static void
test_offers_nothing_while_names_are_hidden (UiFixture     *ui,
                                            gconstpointer  names)
{
  Case self;

  begin (&self);
  pz_privacy_set_hidden (TRUE);
  type_text (&self, "reads");
  g_assert_false (is_open (&self));
  pz_privacy_set_hidden (FALSE);
  end (&self);
}

static void
add_tests (void)
{
#define ADD(path, test) \
  g_test_add ("/ui/suggestion-list/" path, UiFixture, NULL, ui_fixture_set_up, test, ui_fixture_tear_down)
  ADD ("offers-what-fits", test_offers_what_fits);
  ADD ("takes-what-is-chosen", test_takes_what_is_chosen);
  ADD ("closes-when-the-entry-is-left", test_closes_when_the_entry_is_left);
  ADD ("offers-nothing-while-names-are-hidden", test_offers_nothing_while_names_are_hidden);
#undef ADD
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
