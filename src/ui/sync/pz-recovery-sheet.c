/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-recovery-sheet.h"

#include <glib/gi18n-lib.h>

/**
 * pz_recovery_sheet_dup_text:
 * @class_name: what the class is called
 * @place: where it is
 * @passphrase: in groups of five
 *
 * Returns: (transfer full): the sheet as plain text, line by line; no password is on it
 */
char *
pz_recovery_sheet_dup_text (const char        *class_name,
                            const PzSyncPlace *place,
                            const char        *passphrase)
{
  g_return_val_if_fail (class_name != NULL && place != NULL && passphrase != NULL, NULL);

  /* Translators: a sheet of paper to be kept in a safe place: %1$s is the name of a class, %2$s the address of a folder on
   * a server, %3$s the name of an account there, %4$s the passphrase in groups of five characters */
  return g_strdup_printf (_("Recovery sheet\n\nClass: %1$s\nFolder on the server: %2$s\nAccount: %3$s\n\n"
                            "Passphrase:\n%4$s\n\n"
                            "To get the class back: start Personalize, choose “Join a Class on a Server”, and enter the server, "
                            "the account with its password, and this passphrase. Capitals do not matter.\n\n"
                            "Keep this sheet where only you can get at it. Without the passphrase nobody can recover what is on "
                            "the server, not even those who run it."),
                          class_name, place->folder, place->user != NULL ? place->user : "", passphrase);
}

static void
draw_page_cb (GtkPrintOperation *print,
              GtkPrintContext   *page,
              int                number,
              gpointer           text)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (page);
  g_autoptr(PangoLayout) layout = gtk_print_context_create_pango_layout (page);
  PangoFontDescription *font = pango_font_description_from_string ("Sans 12");

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (gtk_print_context_get_width (page) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
}

static void
free_text (gpointer  text,
           GClosure *closure)
{
  g_free (text);
}

/**
 * pz_recovery_sheet_new:
 * @text: of pz_recovery_sheet_dup_text()
 *
 * The name of the job, which printers keep, tells nothing.
 *
 * Returns: (transfer full): an operation of one page, to be run
 */
GtkPrintOperation *
pz_recovery_sheet_new (const char *text)
{
  GtkPrintOperation *print;

  g_return_val_if_fail (text != NULL, NULL);

  print = gtk_print_operation_new ();
  gtk_print_operation_set_job_name (print, C_("print", "Recovery sheet"));
  gtk_print_operation_set_n_pages (print, 1);
  gtk_print_operation_set_unit (print, GTK_UNIT_POINTS);
  g_signal_connect_data (print, "draw-page", G_CALLBACK (draw_page_cb), g_strdup (text), free_text, 0);
  return print;
}
