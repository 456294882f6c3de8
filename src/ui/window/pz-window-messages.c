/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include <glib/gi18n-lib.h>

/* Seconds a toast with a way back stays. */
#define UNDO_SECONDS 8

static void
toast_dismissed_cb (AdwToast *toast,
                    PzWindow *self)
{
  if (self->undo_toast == toast)
    g_clear_object (&self->undo_toast);
}

static AdwToast *
make_toast (const char *text)
{
  g_autofree char *title = g_markup_escape_text (text, -1); /* a toast's title is markup, a name is not */

  return adw_toast_new (title);
}

/**
 * pz_window_show_message:
 * @self: the window
 * @text: translated, plain text
 *
 * Says something that needs no answer.
 */
void
pz_window_show_message (PzWindow   *self,
                        const char *text)
{
  g_return_if_fail (PZ_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  adw_toast_overlay_add_toast (self->toasts, make_toast (text));
}

/**
 * pz_window_show_undo:
 * @self: the window
 * @text: what was done, translated, plain text
 *
 * Says what was done and offers to take it back. There is one such toast at a time, because it undoes the last step.
 */
void
pz_window_show_undo (PzWindow   *self,
                     const char *text)
{
  AdwToast *toast;

  g_return_if_fail (PZ_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  pz_window_dismiss_undo (self);
  toast = make_toast (text);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH); /* it is about now, and does not wait for older news to go */
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, 0);
  self->undo_toast = g_object_ref (toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * pz_window_show_offer:
 * @self: the window
 * @text: what was done, translated, plain text
 * @framework: id of the framework that was imported
 *
 * Says what was done and offers to look at it; the command to undo takes it back.
 */
void
pz_window_show_offer (PzWindow   *self,
                      const char *text,
                      const char *framework)
{
  AdwToast *toast;

  g_return_if_fail (PZ_IS_WINDOW (self) && text != NULL && framework != NULL);

  pz_window_dismiss_undo (self);
  toast = make_toast (text);
  adw_toast_set_button_label (toast, C_("toast", "_Show"));
  adw_toast_set_action_name (toast, "win.show-framework");
  adw_toast_set_action_target (toast, "s", framework);
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * pz_window_dismiss_undo:
 * @self: the window
 *
 * Takes back the offer to undo, because another step is the last one now.
 */
void
pz_window_dismiss_undo (PzWindow *self)
{
  g_autoptr(AdwToast) toast = NULL;

  g_return_if_fail (PZ_IS_WINDOW (self));

  toast = g_steal_pointer (&self->undo_toast);
  if (toast != NULL)
    adw_toast_dismiss (toast);
}

/**
 * pz_window_show_error:
 * @self: the window
 * @error: what went wrong, in words for people
 *
 * Says what went wrong.
 */
void
pz_window_show_error (PzWindow     *self,
                      const GError *error)
{
  g_return_if_fail (PZ_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  pz_window_show_message (self, error->message);
}
