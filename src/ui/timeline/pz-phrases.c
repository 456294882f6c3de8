/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-phrases.h"

#include "pz-flow-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SPACING 6
#define MOST_CHARS 28 /* longer names are cut, the tooltip has the whole content */
#define NAME_CHARS 40 /* a phrase is called by its beginning */

struct _PzPhrases
{
  GtkWidget parent_instance;

  PzClassroom *classroom;
  char *text;
  GtkWidget *keep_button;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PzPhrases, pz_phrases, GTK_TYPE_WIDGET)

static const char *
get_content (PzRecord *template)
{
  const char *content = pz_record_get_text (template, PZ_TEMPLATE_CONTENT);

  return content != NULL ? content : pz_record_get_text (template, PZ_TEMPLATE_NAME);
}

static gboolean
is_phrase (PzRecord *template)
{
  return !pz_record_is_deleted (template) && get_content (template) != NULL
         && g_strcmp0 (pz_record_get_text (template, PZ_TEMPLATE_KIND), "phrase") == 0;
}

static void
phrase_clicked_cb (GtkButton *button,
                   PzPhrases *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (button), "pz-content"));
}

static GtkWidget *
make_phrase (PzPhrases *self,
             PzRecord  *template)
{
  const char *name = pz_record_get_text (template, PZ_TEMPLATE_NAME);
  const char *content = get_content (template);
  GtkWidget *label = gtk_label_new (name != NULL ? name : content);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, content);
  gtk_widget_add_css_class (button, "chip");
  g_object_set_data_full (G_OBJECT (button), "pz-content", g_strdup (content), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : content,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, C_("phrases", "Adds the phrase to the text"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (phrase_clicked_cb), self, 0);
  return button;
}

static void
update (PzPhrases *self)
{
  GListModel *templates = pz_document_get_records (pz_classroom_get_document (self->classroom), PZ_RECORD_TEMPLATE);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != self->keep_button)
    gtk_widget_unparent (child);
  for (guint i = 0; i < g_list_model_get_n_items (templates); i++)
    {
      g_autoptr(PzRecord) template = g_list_model_get_item (templates, i);

      if (is_phrase (template))
        gtk_widget_insert_before (make_phrase (self, template), GTK_WIDGET (self), self->keep_button);
    }
}

/* The first words of the first line. */
static char *
dup_name (const char *text)
{
  const char *end = strchr (text, '\n');
  g_autofree char *line = end != NULL ? g_strndup (text, (gsize) (end - text)) : g_strdup (text);
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (line, -1) <= NAME_CHARS)
    return g_steal_pointer (&line);
  cut = g_utf8_substring (line, 0, NAME_CHARS - 1);
  return g_strconcat (cut, "…", NULL);
}

static void
keep_clicked_cb (PzPhrases *self)
{
  PzDocument *document = pz_classroom_get_document (self->classroom);
  PzRecord *template;
  g_autofree char *name = dup_name (self->text);

  template = pz_document_add (document, PZ_RECORD_TEMPLATE);
  pz_record_set_text (template, PZ_TEMPLATE_KIND, "phrase");
  pz_record_set_text (template, PZ_TEMPLATE_NAME, name);
  pz_record_set_text (template, PZ_TEMPLATE_CONTENT, self->text);
  pz_classroom_queue_save (self->classroom, C_("undo", "New phrase"));
  update (self);
  pz_phrases_set_text (self, NULL);
}

static void
pz_phrases_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&PZ_PHRASES (object)->classroom);
  g_clear_pointer (&PZ_PHRASES (object)->text, g_free);
  G_OBJECT_CLASS (pz_phrases_parent_class)->dispose (object);
}

static void
pz_phrases_class_init (PzPhrasesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_phrases_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pz_phrases_init (PzPhrases *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), pz_flow_layout_new (SPACING));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("phrases", "Phrases"), -1);
  self->keep_button = gtk_button_new_with_mnemonic (C_("phrases", "Save as _Phrase"));
  gtk_widget_add_css_class (self->keep_button, "chip");
  gtk_widget_add_css_class (self->keep_button, "chip-add");
  gtk_widget_set_tooltip_text (self->keep_button, C_("phrases", "Offers this text for other learners, too"));
  gtk_widget_set_visible (self->keep_button, FALSE);
  gtk_widget_set_parent (self->keep_button, GTK_WIDGET (self));
  g_signal_connect_object (self->keep_button, "clicked", G_CALLBACK (keep_clicked_cb), self, G_CONNECT_SWAPPED);
}

/**
 * pz_phrases_new:
 * @classroom: whose phrases
 *
 * Returns: (transfer floating): the phrases
 */
GtkWidget *
pz_phrases_new (PzClassroom *classroom)
{
  PzPhrases *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_PHRASES, NULL);
  self->classroom = g_object_ref (classroom);
  update (self);
  return GTK_WIDGET (self);
}

static gboolean
is_known (PzPhrases  *self,
          const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != self->keep_button;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (child), "pz-content"), text) == 0)
      return TRUE;
  return FALSE;
}

/**
 * pz_phrases_set_text:
 * @self: the phrases
 * @text: (nullable): what is being written
 *
 * Offers to keep it, when it is no phrase yet.
 */
void
pz_phrases_set_text (PzPhrases  *self,
                     const char *text)
{
  const PzField *field = &pz_schema_get_record (PZ_RECORD_TEMPLATE)->fields[PZ_TEMPLATE_CONTENT];

  g_return_if_fail (PZ_IS_PHRASES (self));

  g_free (self->text);
  self->text = g_strstrip (g_strdup (text != NULL ? text : ""));
  gtk_widget_set_visible (self->keep_button, *self->text != '\0' && !is_known (self, self->text)
                                               && pz_field_check_text (field, self->text, NULL));
}
