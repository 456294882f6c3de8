/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-privacy-idle.h"

#include "pz-privacy.h"
#include "pz-settings.h"

/* How often to look whether the time has come, s: a minute is told to the nearest so many. */
#define LOOK_EVERY 10

#define IDLE_DATA "pz-privacy-idle"

/* When somebody last did something in a window. */
typedef struct
{
  gint64 last; /* monotonic, µs */
  guint source;
} Idle;

static void
idle_free (Idle *idle)
{
  g_clear_handle_id (&idle->source, g_source_remove);
  g_free (idle);
}

static gboolean
event_cb (GtkEventController *controller,
          GdkEvent           *event,
          GtkWidget          *window)
{
  GdkEventType type = gdk_event_get_event_type (event);
  Idle *idle = g_object_get_data (G_OBJECT (window), IDLE_DATA);

  /* what nobody does: the pointer over a window that appeared, the focus that other programs give */
  if (idle != NULL && type != GDK_ENTER_NOTIFY && type != GDK_LEAVE_NOTIFY && type != GDK_FOCUS_CHANGE)
    idle->last = g_get_monotonic_time ();
  return GDK_EVENT_PROPAGATE;
}

/* What is done in @where counts for the watched window. */
static void
listen (GtkWidget *where,
        GtkWidget *window)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (event_cb), window, 0);
  gtk_widget_add_controller (where, controller);
}

/* Who types in a dialog is not idle, though nothing happens in the window below. */
static void
windows_changed_cb (GListModel *windows,
                    guint       position,
                    guint       removed,
                    guint       added,
                    GtkWidget  *window)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr(GtkWidget) other = g_list_model_get_item (windows, i);

      if (other != window)
        listen (other, window);
    }
}

static gboolean
look_cb (gpointer window)
{
  pz_privacy_idle_look (window, g_get_monotonic_time ());
  return G_SOURCE_CONTINUE;
}

/**
 * pz_privacy_idle_watch:
 * @window: a window of the program
 *
 * Hides names when nobody does anything in it, or in a dialog, for as long as the settings say, until somebody shows
 * them again.
 */
void
pz_privacy_idle_watch (GtkWidget *window)
{
  GListModel *windows = gtk_window_get_toplevels ();
  Idle *idle;

  g_return_if_fail (GTK_IS_WIDGET (window));

  idle = g_new0 (Idle, 1);
  idle->last = g_get_monotonic_time ();
  idle->source = g_timeout_add_seconds (LOOK_EVERY, look_cb, window);
  g_object_set_data_full (G_OBJECT (window), IDLE_DATA, idle, (GDestroyNotify) idle_free);
  listen (window, window);
  windows_changed_cb (windows, 0, 0, g_list_model_get_n_items (windows), window);
  g_signal_connect_object (windows, "items-changed", G_CALLBACK (windows_changed_cb), window, 0);
}

/**
 * pz_privacy_idle_look:
 * @window: a watched window
 * @now: monotonic time, µs
 *
 * Hides names when the time has come.
 *
 * Returns: whether it had
 */
gboolean
pz_privacy_idle_look (GtkWidget *window,
                      gint64     now)
{
  Idle *idle;
  int minutes = pz_settings_get_int (PZ_SETTINGS_HIDE_NAMES_AFTER, 0);

  g_return_val_if_fail (GTK_IS_WIDGET (window), FALSE);

  idle = g_object_get_data (G_OBJECT (window), IDLE_DATA);
  if (idle == NULL || minutes <= 0 || now - idle->last < minutes * G_TIME_SPAN_MINUTE)
    return FALSE;
  pz_privacy_set_hidden (TRUE);
  return TRUE;
}
