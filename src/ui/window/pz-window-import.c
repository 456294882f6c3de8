/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include "pz-import-assistant.h"

static void
imported_cb (PzWindow          *self,
             PzClassroom       *classroom,
             const char        *message,
             PzImportAssistant *assistant)
{
  g_autoptr(GError) error = NULL;

  if (classroom != self->classroom)
    {
      if (!pz_window_let_class_go (self, &error))
        {
          pz_window_show_error (self, error);
          return;
        }
      pz_window_show_class (self, classroom, NULL);
    }
  pz_window_show_undo (self, message);
}

static void
import_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  PzImportAssistant *assistant;

  /* what is being typed belongs to the class before anything is compared with it */
  if (pz_window_get_view (self) != NULL)
    pz_view_commit (pz_window_get_view (self));
  assistant = pz_import_assistant_new (GTK_WINDOW (self), self->environment, self->classroom);
  g_signal_connect_object (assistant, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (assistant));
}

/**
 * pz_window_add_import_action:
 * @self: the window
 *
 * The command that brings a roster in.
 */
void
pz_window_add_import_action (PzWindow *self)
{
  const GActionEntry actions[] = { { .name = "import", .activate = import_cb } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
