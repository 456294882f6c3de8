/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-recovery-print.h"

#include "pz-private-print.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The facts, kept until it is printed. */
typedef struct
{
  char *class_name, *server, *folder, *account, *passphrase;
} Kept;

static void
draw_page_cb (GtkPrintOperation *print,
              GtkPrintContext   *page,
              int                number,
              gpointer           user_data)
{
  const Kept *kept = user_data;
  const PzRecoveryFacts facts = { kept->class_name, kept->server, kept->folder, kept->account, kept->passphrase };
  PangoContext *context = gtk_print_context_create_pango_context (page);
  g_autoptr(PzRecoverySheet) sheet = NULL;

  pango_context_set_base_dir (context, gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? PANGO_DIRECTION_RTL
                                                                                                : PANGO_DIRECTION_LTR);
  sheet = pz_recovery_sheet_new (&facts, context, gtk_print_context_get_width (page));
  pz_recovery_sheet_draw (sheet, gtk_print_context_get_cairo_context (page));
  g_object_unref (context);
}

static void
kept_free (gpointer  data,
           GClosure *closure)
{
  Kept *kept = data;

  g_free (kept->class_name);
  g_free (kept->server);
  g_free (kept->folder);
  g_free (kept->account);
  explicit_bzero (kept->passphrase, strlen (kept->passphrase));
  g_free (kept->passphrase);
  g_free (kept);
}

/**
 * pz_recovery_print_new:
 * @facts: what is on the sheet
 *
 * The name of the job, which printers keep, tells nothing; a file it is printed to is for nobody else.
 *
 * Returns: (transfer full): an operation of one page, to be run
 */
GtkPrintOperation *
pz_recovery_print_new (const PzRecoveryFacts *facts)
{
  GtkPrintOperation *print;
  Kept *kept;

  g_return_val_if_fail (facts != NULL, NULL);

  kept = g_new0 (Kept, 1);
  kept->class_name = g_strdup (facts->class_name);
  kept->server = g_strdup (facts->server);
  kept->folder = g_strdup (facts->folder);
  kept->account = g_strdup (facts->account);
  kept->passphrase = g_strdup (facts->passphrase);
  print = gtk_print_operation_new ();
  gtk_print_operation_set_job_name (print, C_ ("print", "Recovery sheet"));
  gtk_print_operation_set_n_pages (print, 1);
  gtk_print_operation_set_unit (print, GTK_UNIT_POINTS);
  g_signal_connect_data (print, "draw-page", G_CALLBACK (draw_page_cb), kept, kept_free, 0);
  pz_private_print_guard (print);
  return print;
}
