/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conference-print.h"

#include "pz-conference-sheet.h"
#include "pz-private-print.h"

#include <glib/gi18n-lib.h>

static void
draw_page_cb (GtkPrintOperation *print,
              GtkPrintContext   *page,
              int                number,
              gpointer           user_data)
{
  PangoContext *context = gtk_print_context_create_pango_context (page);
  g_autoptr(PzConferenceSheet) sheet = NULL;

  pango_context_set_base_dir (context, gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? PANGO_DIRECTION_RTL
                                                                                               : PANGO_DIRECTION_LTR);
  sheet = pz_conference_sheet_new (user_data, context, gtk_print_context_get_width (page), gtk_print_context_get_height (page));
  pz_conference_sheet_draw (sheet, gtk_print_context_get_cairo_context (page));
  g_object_unref (context);
}

static void
free_conference (gpointer  conference,
                 GClosure *closure)
{
  pz_conference_free (conference);
}

/**
 * pz_conference_print_new:
 * @conference: (transfer full): what to print
 *
 * The job is called by what it is, not by whom it is about: the names of jobs are kept by printers.
 *
 * Returns: (transfer full): an operation of one page, to be run
 */
GtkPrintOperation *
pz_conference_print_new (PzConference *conference)
{
  GtkPrintOperation *print;

  g_return_val_if_fail (conference != NULL, NULL);

  print = gtk_print_operation_new ();
  gtk_print_operation_set_job_name (print, C_("conference", "Conference"));
  gtk_print_operation_set_n_pages (print, 1);
  gtk_print_operation_set_unit (print, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (print, TRUE);
  pz_private_print_guard (print);
  g_signal_connect_data (print, "draw-page", G_CALLBACK (draw_page_cb), conference, free_conference, 0);
  return print;
}
