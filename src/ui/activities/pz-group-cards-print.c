/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-cards-print.h"

#include "pz-group-sheet.h"
#include "pz-private-print.h"

#include <glib/gi18n-lib.h>

static const PzSparkColor ink = { 0, 0, 0, 1 };

/* What is printed; laid out once the paper is known. */
typedef struct
{
  PzGroupCards *cards;
  PzGroupSheet *sheet;
} Job;

static void
free_job (gpointer  data,
          GClosure *closure)
{
  Job *job = data;

  pz_group_cards_free (job->cards);
  g_clear_pointer (&job->sheet, pz_group_sheet_free);
  g_free (job);
}

static void
begin_print_cb (GtkPrintOperation *print,
                GtkPrintContext   *page,
                gpointer           user_data)
{
  Job *job = user_data;
  PangoContext *context = gtk_print_context_create_pango_context (page);

  pango_context_set_base_dir (context, gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? PANGO_DIRECTION_RTL
                                                                                               : PANGO_DIRECTION_LTR);
  g_clear_pointer (&job->sheet, pz_group_sheet_free);
  job->sheet = pz_group_sheet_new (job->cards, context, &PZ_GROUP_SHEET_ON_PAPER (gtk_print_context_get_width (page),
                                                                                 gtk_print_context_get_height (page)));
  gtk_print_operation_set_n_pages (print, (int) job->sheet->pages->len);
  g_object_unref (context);
}

static void
draw_page_cb (GtkPrintOperation *print,
              GtkPrintContext   *page,
              int                number,
              gpointer           user_data)
{
  pz_group_sheet_draw (((Job *) user_data)->sheet, (guint) number, gtk_print_context_get_cairo_context (page), &ink);
}

/**
 * pz_group_cards_print_new:
 * @cards: (transfer full): what to print
 *
 * The job is called by what it is: the names of jobs are kept by printers.
 *
 * Returns: (transfer full): an operation, to be run
 */
GtkPrintOperation *
pz_group_cards_print_new (PzGroupCards *cards)
{
  GtkPrintOperation *print;
  Job *job;

  g_return_val_if_fail (cards != NULL, NULL);

  job = g_new (Job, 1);
  *job = (Job) { cards, NULL };
  print = gtk_print_operation_new ();
  gtk_print_operation_set_job_name (print, C_("activity", "Groups"));
  gtk_print_operation_set_unit (print, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (print, TRUE);
  pz_private_print_guard (print);
  g_signal_connect (print, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect_data (print, "draw-page", G_CALLBACK (draw_page_cb), job, free_job, 0);
  return print;
}
