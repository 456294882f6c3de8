/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-row-button.h"

#include "ui-fixture.h"

static int
get_width (GtkWidget *widget,
           gboolean   least)
{
  int minimum, natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return least ? minimum : natural;
}

/* one line where there is room, two where there is not; the same after its text changed */
static void
test_leaves_room_to_the_text_of_the_row (void)
{
  GtkWidget *button = g_object_ref_sink (pz_row_button_new ("_Sign In…"));
  GtkWidget *other = g_object_ref_sink (gtk_button_new_with_mnemonic ("_Enter Passphrase…"));

  gtk_button_set_label (GTK_BUTTON (button), "_Enter Passphrase…");
  g_assert_true (gtk_button_get_use_underline (GTK_BUTTON (button)));
  g_assert_cmpint (gtk_widget_get_valign (button), ==, GTK_ALIGN_CENTER);
  g_assert_cmpint (get_width (button, FALSE), ==, get_width (other, FALSE));
  g_assert_cmpint (get_width (button, TRUE), <, get_width (other, TRUE));
  g_object_unref (button);
  g_object_unref (other);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/row-button/leaves-room-to-the-text-of-the-row", test_leaves_room_to_the_text_of_the_row);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
