/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-assistant.h"

#include "pz-compat.h"
#include "pz-import-classes-page.h"
#include "pz-import-names-page.h"
#include "pz-import-preview-page.h"
#include "pz-import-source-page.h"
#include "pz-import-table-page.h"
#include "pz-import-words.h"
#include "pz-privacy.h"

#include <glib/gi18n-lib.h>

struct _PzImportAssistant
{
  AdwWindow parent_instance;

  PzImportSession *session;
  GCancellable *choosing; /* the file that is being chosen */
  guint finish_source;
  guint shown_serial;     /* of the file the page of classes or columns is for */

  GtkWidget *window_title;
  GtkWidget *cancel_button;
  GtkWidget *back_button;
  GtkWidget *next_button;
  GtkWidget *next_label;
  GtkWidget *problem_revealer;
  GtkWidget *problem_label;
  GtkWidget *stack;
  GtkWidget *spinner;
  GtkWidget *work_label;
  GtkWidget *cover;       /* instead of everything else while names are hidden */
  GtkWidget *show_button;
};

G_DEFINE_FINAL_TYPE (PzImportAssistant, pz_import_assistant, ADW_TYPE_WINDOW)

static guint imported_signal;
static guint imported_framework_signal;

static const char *const page_names[] = { "source", "names", "classes", "table", "preview", NULL };

static GtkWidget *
make_page (PzImportAssistant *self,
           PzImportStep       step)
{
  switch (step)
    {
    case PZ_IMPORT_STEP_NAMES:
      return pz_import_names_page_new (self->session);
    case PZ_IMPORT_STEP_CLASSES:
      return pz_import_classes_page_new (self->session);
    case PZ_IMPORT_STEP_TABLE:
      return pz_import_table_page_new (self->session);
    case PZ_IMPORT_STEP_PREVIEW:
      return pz_import_preview_page_new (self->session);
    case PZ_IMPORT_STEP_SOURCE:
    case PZ_IMPORT_STEP_DONE:
    default:
      return pz_import_source_page_new ();
    }
}

/* pages are made when they are reached; those of a file when there is another file */
static GtkWidget *
get_page (PzImportAssistant *self,
          PzImportStep       step)
{
  GtkStack *stack = GTK_STACK (self->stack);
  GtkWidget *page = gtk_stack_get_child_by_name (stack, page_names[step]);
  guint serial = pz_import_session_get_serial (self->session);

  if (page != NULL && (step == PZ_IMPORT_STEP_CLASSES || step == PZ_IMPORT_STEP_TABLE) && self->shown_serial != serial)
    {
      gtk_stack_remove (stack, page);
      page = NULL;
    }
  if (page != NULL)
    return page;
  if (step == PZ_IMPORT_STEP_CLASSES || step == PZ_IMPORT_STEP_TABLE)
    self->shown_serial = serial;
  page = make_page (self, step);
  gtk_stack_add_named (stack, page, page_names[step]);
  return page;
}

static PzImportPreviewPage *
find_preview (PzImportAssistant *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (GTK_STACK (self->stack), page_names[PZ_IMPORT_STEP_PREVIEW]);

  return page != NULL ? PZ_IMPORT_PREVIEW_PAGE (page) : NULL;
}

static void
show_problem (PzImportAssistant *self)
{
  const char *problem = pz_import_session_get_problem (self->session);
  const char *advice = pz_import_session_get_advice (self->session);
  g_autofree char *text = NULL;

  if (problem != NULL && !pz_privacy_is_hidden ())
    text = advice != NULL ? g_strdup_printf ("%s\n%s", problem, advice) : g_strdup (problem);
  if (text != NULL)
    gtk_label_set_label (GTK_LABEL (self->problem_label), text);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->problem_revealer), text != NULL);
  gtk_widget_set_visible (self->problem_revealer, text != NULL);
}

/* header bar: what can be done now */
static void
show_buttons (PzImportAssistant *self)
{
  gboolean busy = pz_import_session_is_busy (self->session);
  gboolean writing = pz_import_session_is_writing (self->session);
  gboolean hidden = pz_privacy_is_hidden ();
  gboolean back = !hidden && pz_import_session_can_go_back (self->session);
  gboolean next = !hidden && !busy && pz_import_session_get_step (self->session) != PZ_IMPORT_STEP_SOURCE;
  g_autofree char *label = pz_import_words_button (self->session);
  g_autofree char *subtitle = pz_import_words_subtitle (self->session);

  gtk_label_set_label (GTK_LABEL (self->next_label), label);
  /* on a narrow window in two lines, before the title goes */
  gtk_label_set_width_chars (GTK_LABEL (self->next_label), g_utf8_strlen (label, -1) > 14 ? 12 : -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (self->next_button, next);
  gtk_widget_set_visible (self->back_button, back);
  gtk_widget_set_visible (self->cancel_button, !back && !writing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.back", back);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.go-on", !hidden && pz_import_session_can_go_on (self->session));
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->window_title),
                              pz_import_session_get_framework (self->session) != NULL
                                ? _("Import Framework") : gtk_window_get_title (GTK_WINDOW (self)));
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->window_title), subtitle);
}

static void
changed_cb (PzImportAssistant *self)
{
  show_problem (self);
  show_buttons (self);
}

/* Everything here is names: it goes out of sight as a whole and waits. */
static void
hidden_changed_cb (PzImportAssistant *self)
{
  gboolean hidden = pz_privacy_is_hidden ();

  gtk_widget_set_visible (self->stack, !hidden);
  gtk_widget_set_visible (self->cover, hidden);
  changed_cb (self);
  if (hidden)
    gtk_widget_grab_focus (self->show_button);
  else
    gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

static void
show_names_cb (PzImportAssistant *self)
{
  pz_privacy_set_hidden (FALSE);
}

static void
show_work (PzImportAssistant *self)
{
  PzImportPreviewPage *preview = find_preview (self);

  /* the plans go one by one while they are carried out */
  if (preview != NULL)
    pz_import_preview_page_clear (preview);
  gtk_label_set_label (GTK_LABEL (self->work_label), pz_import_session_get_work (self->session));
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "busy");
}

static void
show_step (PzImportAssistant *self)
{
  PzImportStep step = pz_import_session_get_step (self->session);
  PzImportPreviewPage *preview = find_preview (self);
  GtkWidget *page = get_page (self, step);

  gtk_spinner_stop (GTK_SPINNER (self->spinner));
  if (step == PZ_IMPORT_STEP_PREVIEW)
    pz_import_preview_page_fill (PZ_IMPORT_PREVIEW_PAGE (page));
  else if (preview != NULL)
    pz_import_preview_page_clear (preview);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), page);
  if (!gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* in a turn of its own: whoever pressed the button is still at it */
static gboolean
finish_cb (gpointer data)
{
  g_autoptr(PzImportAssistant) self = g_object_ref (PZ_IMPORT_ASSISTANT (data));
  PzClassroom *classroom = pz_import_session_get_result (self->session);
  g_autofree char *text = pz_import_session_dup_result_text (self->session);

  self->finish_source = 0;
  if (pz_import_session_get_result_framework (self->session) != NULL)
    g_signal_emit (self, imported_framework_signal, 0, pz_import_session_get_result_framework (self->session), text);
  else if (classroom != NULL)
    g_signal_emit (self, imported_signal, 0, classroom, text);
  gtk_window_destroy (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static void
state_changed_cb (PzImportAssistant *self)
{
  if (pz_import_session_is_busy (self->session))
    show_work (self);
  else if (pz_import_session_get_step (self->session) != PZ_IMPORT_STEP_DONE)
    show_step (self);
  else if (self->finish_source == 0)
    self->finish_source = g_idle_add (finish_cb, self);
}

/* while something is being done, its end shows where that led */
static void
step_changed_cb (PzImportAssistant *self)
{
  if (!pz_import_session_is_busy (self->session))
    state_changed_cb (self);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  PzImportAssistant *self = PZ_IMPORT_ASSISTANT (source);
  g_autoptr(GFile) file = pz_choose_file_finish (result, NULL); /* nothing was chosen: nothing to say */

  if (file != NULL)
    pz_import_assistant_open_file (self, file);
}

static void
choose_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  PzImportAssistant *self = PZ_IMPORT_ASSISTANT (widget);
  gboolean folder = g_str_equal (action, "import.choose-folder");

  pz_choose_file_async (GTK_WINDOW (self), folder ? PZ_CHOOSE_FOLDER : PZ_CHOOSE_OPEN,
                        folder ? _("Choose a Folder") : _("Choose a Roster, a Table or a Framework"), NULL, self->choosing,
                        file_chosen_cb, NULL);
}

static void
type_names_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  pz_import_session_start_names (PZ_IMPORT_ASSISTANT (widget)->session);
}

static void
back_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  pz_import_session_go_back (PZ_IMPORT_ASSISTANT (widget)->session);
}

static void
go_on_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  pz_import_session_go_on (PZ_IMPORT_ASSISTANT (widget)->session);
}

/* stops the work; without any, closes the window */
static void
cancel_cb (PzImportAssistant *self)
{
  if (pz_import_session_is_busy (self->session))
    pz_import_session_cancel (self->session);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
dropped_cb (PzImportAssistant *self,
            const GValue      *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL || pz_import_session_is_busy (self->session))
    return FALSE;
  pz_import_assistant_open_file (self, files->data);
  return TRUE;
}

/* what is being written is not left alone half-way */
static gboolean
pz_import_assistant_close_request (GtkWindow *window)
{
  PzImportAssistant *self = PZ_IMPORT_ASSISTANT (window);

  if (pz_import_session_is_writing (self->session) || self->finish_source != 0)
    return TRUE;
  pz_import_session_cancel (self->session);
  return GTK_WINDOW_CLASS (pz_import_assistant_parent_class)->close_request (window);
}

static void
pz_import_assistant_dispose (GObject *object)
{
  PzImportAssistant *self = PZ_IMPORT_ASSISTANT (object);

  g_clear_handle_id (&self->finish_source, g_source_remove);
  if (self->choosing != NULL)
    g_cancellable_cancel (self->choosing);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  G_OBJECT_CLASS (pz_import_assistant_parent_class)->dispose (object);
  g_clear_object (&self->choosing);
  g_clear_object (&self->session);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-import-assistant.ui");
  gtk_widget_class_bind_template_child (widget_class, PzImportAssistant, window_title);
  gtk_widget_class_bind_template_child (widget_class, PzImportAssistant, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, PzImportAssistant, back_button);
  gtk_widget_class_bind_template_child (widget_class, PzImportAssistant, next_button);
  gtk_widget_class_bind_template_child (widget_class, PzImportAssistant, next_label);
  gtk_widget_class_bind_template_child (widget_class, PzImportAssistant, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, PzImportAssistant, problem_label);
  gtk_widget_class_bind_template_child (widget_class, PzImportAssistant, stack);
  gtk_widget_class_bind_template_child (widget_class, PzImportAssistant, spinner);
  gtk_widget_class_bind_template_child (widget_class, PzImportAssistant, work_label);
  gtk_widget_class_bind_template_child (widget_class, PzImportAssistant, cover);
  gtk_widget_class_bind_template_child (widget_class, PzImportAssistant, show_button);
  gtk_widget_class_bind_template_callback (widget_class, show_names_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
pz_import_assistant_class_init (PzImportAssistantClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_import_assistant_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = pz_import_assistant_close_request;
  imported_signal = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, PZ_TYPE_CLASSROOM, G_TYPE_STRING);
  imported_framework_signal = g_signal_new ("imported-framework", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "import.choose-file", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.choose-folder", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.type-names", NULL, type_names_action);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "import.go-on", NULL, go_on_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "import.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "import.go-on", NULL);
}

static void
pz_import_assistant_init (PzImportAssistant *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->choosing = g_cancellable_new ();
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->window_title), gtk_window_get_title (GTK_WINDOW (self)));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * pz_import_assistant_new:
 * @parent: (nullable): the window that asks
 * @environment: clock, chance and the data folder
 * @classroom: (nullable): the open class, offered as the place for tables and names
 *
 * Returns: (transfer none): the assistant, at its first page; present it
 */
PzImportAssistant *
pz_import_assistant_new (GtkWindow     *parent,
                         PzEnvironment *environment,
                         PzClassroom   *classroom)
{
  PzImportAssistant *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (PZ_IS_ENVIRONMENT (environment), NULL);
  g_return_val_if_fail (classroom == NULL || PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_IMPORT_ASSISTANT, "transient-for", parent, NULL);
  self->session = pz_import_session_new (environment, classroom);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::busy", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::step", G_CALLBACK (step_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (hidden_changed_cb), self, G_CONNECT_SWAPPED);
  show_step (self);
  changed_cb (self);
  if (pz_privacy_is_hidden ())
    hidden_changed_cb (self);
  return self;
}

/**
 * pz_import_assistant_open_file:
 * @self: the assistant
 * @file: a roster as archive or folder, a table, or a framework
 *
 * Reads it, and asks what cannot be known without the teacher.
 */
void
pz_import_assistant_open_file (PzImportAssistant *self,
                               GFile             *file)
{
  g_return_if_fail (PZ_IS_IMPORT_ASSISTANT (self));
  g_return_if_fail (G_IS_FILE (file));
  pz_import_session_open_file (self->session, file);
}
