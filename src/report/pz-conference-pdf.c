/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conference-pdf.h"

#include "pz-conference-sheet.h"
#include "pz-export.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

static cairo_status_t
append_cb (void                *bytes,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * pz_conference_dup_pdf:
 * @conference: what to show
 * @paper: what it is printed on
 * @right_to_left: whether reading begins on the right
 *
 * Returns: (transfer full): a PDF of one page
 */
GBytes *
pz_conference_dup_pdf (const PzConference *conference,
                       const PzPaper      *paper,
                       gboolean            right_to_left)
{
  g_autoptr(PzConferenceSheet) sheet = NULL;
  PangoContext *context;
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (conference != NULL && paper != NULL, NULL);
  g_return_val_if_fail (paper->width > 2 * paper->margin && paper->height > 2 * paper->margin, NULL);

  bytes = g_byte_array_new ();
  surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, paper->width, paper->height);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4); /* printers understand it */
  cr = cairo_create (surface);
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_context_set_base_dir (context, right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  sheet = pz_conference_sheet_new (conference, context, paper->width - 2 * paper->margin, paper->height - 2 * paper->margin);
  cairo_translate (cr, paper->margin, paper->margin);
  pz_conference_sheet_draw (sheet, cr);
  cairo_show_page (cr);
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/**
 * pz_conference_save_pdf:
 * @conference: what to show
 * @paper: what it is printed on
 * @right_to_left: whether reading begins on the right
 * @path: of the file, which only its owner can read
 * @replace: whether a file that is there is replaced
 *
 * Returns: %FALSE with @error set when it could not be written, as pz_export_save() says
 */
gboolean
pz_conference_save_pdf (const PzConference  *conference,
                        const PzPaper       *paper,
                        gboolean             right_to_left,
                        const char          *path,
                        gboolean             replace,
                        GError             **error)
{
  g_autoptr(GBytes) pdf = pz_conference_dup_pdf (conference, paper, right_to_left);

  g_return_val_if_fail (pdf != NULL && path != NULL, FALSE);

  return pz_export_save (path, pdf, replace, error);
}
