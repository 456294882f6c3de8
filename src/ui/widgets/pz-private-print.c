/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-private-print.h"

static void
close_file (GtkPrintOperation *print)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (print);
  const char *uri = settings != NULL ? gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI) : NULL;
  g_autoptr(GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;

  if (file != NULL)
    g_file_set_attribute_uint32 (file, G_FILE_ATTRIBUTE_UNIX_MODE, 0600, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
}

/* whoever runs the operation lets go of it before all is sent; the operation then holds itself until it is */
static void
status_changed_cb (GtkPrintOperation *print)
{
  gboolean is_sent = g_object_get_data (G_OBJECT (print), "pz-sent") != NULL;

  if (gtk_print_operation_get_status (print) == GTK_PRINT_STATUS_SENDING_DATA && !is_sent)
    {
      g_object_set_data (G_OBJECT (print), "pz-sent", g_object_ref (print));
      return;
    }
  if (!is_sent || !gtk_print_operation_is_finished (print))
    return;
  close_file (print);
  g_object_set_data (G_OBJECT (print), "pz-sent", NULL);
  g_object_unref (print);
}

/**
 * pz_private_print_guard:
 * @print: an operation that was not run yet
 *
 * Takes a file that is printed to from everybody but its owner, as soon as it is whole.
 */
void
pz_private_print_guard (GtkPrintOperation *print)
{
  g_return_if_fail (GTK_IS_PRINT_OPERATION (print));

  gtk_print_operation_set_track_print_status (print, TRUE); /* until the file is there */
  g_signal_connect (print, "status-changed", G_CALLBACK (status_changed_cb), NULL);
}
