/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-status-mark.h"
#include "goals-fixture.h"

#include <string.h>

static void
test_differ_in_shape (void)
{
  for (guint a = 0; a < PZ_N_STATUSES; a++)
    for (guint b = a + 1; b < PZ_N_STATUSES; b++)
      {
        g_assert_cmpstr (pz_status_words_get_icon (a), !=, pz_status_words_get_icon (b));
        g_assert_cmpstr (pz_status_words_get_css_class (a), !=, pz_status_words_get_css_class (b));
      }
}

/* an icon the theme does not have would be drawn as a mark of something missing */
static void
test_icons_are_there (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  for (guint status = 0; status < PZ_N_STATUSES; status++)
    g_assert_true (gtk_icon_theme_has_icon (theme, pz_status_words_get_icon (status)));
}

static void
test_titles_begin_large (void)
{
  g_autofree char *title = pz_status_words_dup_title (PZ_STATUS_NOT_ON_THE_WAY);

  g_assert_cmpstr (title, ==, "Not on the way");
}

static void
test_order (void)
{
  const PzStatus order[] = { PZ_STATUS_NOT_ON_THE_WAY, PZ_STATUS_NEEDS_DATA, PZ_STATUS_CANNOT_TELL,
                             PZ_STATUS_TOO_EARLY,      PZ_STATUS_ON_THE_WAY, PZ_STATUS_MET };

  for (guint rank = 0; rank < PZ_N_STATUSES; rank++)
    {
      g_assert_cmpuint (pz_status_words_get_ranked (rank), ==, order[rank]);
      g_assert_cmpuint (pz_status_words_get_rank (order[rank]), ==, rank);
    }
}

static void
test_mark_says_the_word (void)
{
  GtkWidget *mark = pz_status_mark_new ();
  GtkWidget *window = ui_present (mark, 300, 60);

  g_assert_cmpuint (pz_status_mark_get_status (PZ_STATUS_MARK (mark)), ==, PZ_N_STATUSES);
  pz_status_mark_set_status (PZ_STATUS_MARK (mark), PZ_STATUS_MET);
  pz_status_mark_set_status (PZ_STATUS_MARK (mark), PZ_STATUS_NEEDS_DATA);
  g_assert_cmpuint (pz_status_mark_get_status (PZ_STATUS_MARK (mark)), ==, PZ_STATUS_NEEDS_DATA);
  g_assert_true (gtk_widget_has_css_class (mark, pz_status_words_get_css_class (PZ_STATUS_NEEDS_DATA)));
  g_assert_false (gtk_widget_has_css_class (mark, pz_status_words_get_css_class (PZ_STATUS_MET)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, "Needs data");
  gtk_test_widget_wait_for_draw (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/status-words/differ-in-shape", test_differ_in_shape);
  g_test_add_func ("/ui/status-words/icons-are-there", test_icons_are_there);
  g_test_add_func ("/ui/status-words/titles-begin-large", test_titles_begin_large);
  g_test_add_func ("/ui/status-words/order", test_order);
  g_test_add_func ("/ui/status-words/mark-says-the-word", test_mark_says_the_word);
}

int
main (int argc, char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
