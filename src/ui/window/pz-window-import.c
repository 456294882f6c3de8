/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include "pz-import-assistant.h"

/**
 * pz_window_take_import:
 * @self: the window
 * @classroom: where learners were imported
 * @message: what was done, translated, plain text
 *
 * Shows the class, and offers to take the import back.
 */
void
pz_window_take_import (PzWindow    *self,
                       PzClassroom *classroom,
                       const char  *message)
{
  g_autoptr(GError) error = NULL;

  g_return_if_fail (PZ_IS_WINDOW (self) && PZ_IS_CLASSROOM (classroom));

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
imported_cb (PzWindow          *self,
             PzClassroom       *classroom,
             const char        *message,
             PzImportAssistant *assistant)
{
  pz_window_take_import (self, classroom, message);
}

static void
imported_framework_cb (PzWindow          *self,
                       const char        *id,
                       const char        *message,
                       PzImportAssistant *assistant)
{
  pz_window_show_offer (self, message, id);
}

static void
start_import (PzWindow *self,
              GFile    *file)
{
  PzImportAssistant *assistant;

  if (!pz_window_needs_names (self))
    return;
  /* what is being typed belongs to the class before anything is compared with it */
  if (pz_window_get_view (self) != NULL)
    pz_view_commit (pz_window_get_view (self));
  assistant = pz_import_assistant_new (GTK_WINDOW (self), self->environment, self->classroom);
  g_signal_connect_object (assistant, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (assistant, "imported-framework", G_CALLBACK (imported_framework_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (assistant));
  if (file != NULL)
    pz_import_assistant_open_file (assistant, file);
}

static void
import_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  start_import (PZ_WINDOW (user_data), NULL);
}

/**
 * pz_window_import_file:
 * @self: the window
 * @file: a roster or a framework
 *
 * Opens the import assistant with the file: at once, or as soon as the class that is being opened is there. The
 * assistant says what is wrong with a file it cannot read.
 */
void
pz_window_import_file (PzWindow *self,
                       GFile    *file)
{
  g_return_if_fail (PZ_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->opening != NULL)
    g_set_object (&self->to_import, file);
  else
    start_import (self, file);
}

/**
 * pz_window_add_import_action:
 * @self: the window
 *
 * The command that brings a roster or a framework in.
 */
void
pz_window_add_import_action (PzWindow *self)
{
  const GActionEntry actions[] = { { .name = "import", .activate = import_cb } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
