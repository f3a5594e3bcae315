import type { Words } from './words';

const s = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const es: Words = {
  kinds: {
    'delegation-visit': 'Visita oficial a cárceles',
    'prison-reform': 'Reforma penitenciaria',
    cooperation: 'Cooperación penitenciaria',
    'prisoner-transfer': 'Traslado de presos',
    'rights-and-conditions': 'Derechos y condiciones de reclusión',
    'security-incident': 'Incidente de seguridad en una cárcel',
    'model-debate': 'Debate sobre modelos carcelarios',
  },
  statuses: {
    proposed: 'propuesta',
    announced: 'anunciada',
    'under-way': 'en curso',
    completed: 'realizada',
    postponed: 'aplazada',
    cancelled: 'cancelada',
    denied: 'denegada',
  },
  languages: { es: 'español', en: 'inglés', pt: 'portugués', fr: 'francés', other: 'otro idioma' },
  organisations: {
    EU: 'Unión Europea',
    'org:UN': 'Naciones Unidas',
    'org:OAS': 'Organización de los Estados Americanos',
    'org:IACHR': 'Comisión Interamericana de Derechos Humanos',
    'org:NGO': 'organizaciones civiles',
    'org:press': 'prensa',
  },
  facts: {
    kind: 'Tema',
    who: 'Quién',
    where: 'Dónde',
    officials: 'Funcionarios',
    status: 'Estado',
    date: 'Cuándo',
    countries: 'Países',
    published: 'Publicado',
    seen: 'Visto por nosotros',
    sent: 'Enviado',
    until: (from, to) => `${from} a ${to}`,
    lag: (minutes) =>
      minutes < 120
        ? `${s(minutes, 'minuto', 'minutos')} después de publicarse`
        : `${Math.round(minutes / 60)} horas después de publicarse`,
    unknown: 'no se menciona',
  },
  alert: {
    read: (outlet) => `Leer en ${outlet}`,
    also: (n) => `También en ${s(n, 'medio', 'medios')}`,
    more: (n) => `y ${n} más en la página del suceso`,
    course: 'Cómo avanzó',
    why: 'Por qué recibe este aviso',
    because: (reading) => `Responde a su búsqueda, que entendemos así: ${reading}.`,
    in: (outlet, language) => `${outlet}, en ${language}`,
    changed: (status) => `Novedad de un suceso que ya conoce: la visita está ahora ${status}.`,
    changedDate: 'Novedad de un suceso que ya conoce.',
    page: 'Todo lo que sabemos de este suceso',
    copy: 'mismo texto',
  },
  digest: {
    subject: {
      hourly: (n) => `${s(n, 'suceso', 'sucesos')} en la última hora`,
      daily: (n, day) => `${s(n, 'suceso', 'sucesos')}, ${day}`,
      weekly: (n, day) => `${s(n, 'suceso', 'sucesos')} en la semana hasta el ${day}`,
      held: (n) => `${s(n, 'suceso guardado', 'sucesos guardados')} para usted`,
    },
    intro: (n, stories) => `${s(n, 'suceso', 'sucesos')} a partir de ${s(stories, 'noticia', 'noticias')}.`,
    held: 'Se guardaron por sus horas de silencio, o porque llegaron muchos en una hora.',
    update: 'Novedad',
    found: (reading) => `Por su búsqueda: ${reading}`,
    left: (n) =>
      `${s(n, 'suceso más está', 'sucesos más están')} en el sitio; este correo habría sido demasiado largo.`,
  },
  foot: {
    preferences: 'Cambiar, pausar o terminar sus avisos',
    unsubscribe: (query) => `Terminar el aviso «${query}»`,
    unsubscribeAll: 'Terminar todos los avisos',
    frequency: { instant: 'al momento', hourly: 'cada hora', daily: 'cada día', weekly: 'cada semana' },
    you: (query, frequency) => `Usted pidió «${query}», ${frequency}.`,
    asked: 'Recibe este correo porque alguien dio su dirección en nuestro sitio.',
    noTracking: 'Sin imágenes ni rastreadores: no sabemos si abrió este correo.',
  },
  notices: {
    confirmation: {
      subject: () => 'Confirme su aviso de noticias, por favor',
      opening: (query) => `Falta un paso para recibir por correo noticias sobre «${query}».`,
    },
    welcome: {
      subject: (query) => `Su aviso «${query}» está activo`,
      opening: (query) => `Desde ahora vigilamos las noticias sobre «${query}».`,
    },
    'already-subscribed': {
      subject: () => 'Usted ya tiene este aviso',
      opening: (query) =>
        `Alguien, probablemente usted, pidió de nuevo el aviso «${query}». Está activo; nada cambió.`,
    },
    goodbye: {
      subject: () => 'Su aviso ha terminado',
      opening: () => 'Como usted quiso, hemos parado.',
    },
    suspension: {
      subject: () => 'Sus avisos están suspendidos',
      opening: () => 'Hemos dejado de escribir a esta dirección.',
    },
    'still-watching': {
      subject: (month) => `Seguimos vigilando: ${month}`,
      opening: () =>
        'Un buzón tranquilo puede significar que no hay noticias o que la vigilancia falló. Esto hicimos por usted desde el último informe.',
    },
    'operator-report': {
      subject: (week) => `Informe del operador, semana hasta el ${week}`,
      opening: () => 'Lo que necesita una mirada o una mano.',
    },
  },
  confirm: {
    button: 'Confirmar mi aviso',
    ignore: 'Si no fue usted, ignore este correo y no recibirá nada más.',
    notMe: 'No fui yo: no escriban nunca más a esta dirección',
    expires: 'El enlace vale 7 días.',
  },
  welcome: {
    reading: (reading) => `Entendemos su búsqueda así: ${reading}.`,
    sample: (n) =>
      n === 1
        ? 'Habría encontrado un suceso en los últimos 30 días:'
        : `Habría encontrado ${n} sucesos en los últimos 30 días. Los más recientes:`,
    none: 'No habría encontrado nada en los últimos 30 días. Si le sorprende, pruebe con menos palabras.',
    rate: (perWeek) => `Espere unos ${perWeek} correos por semana.`,
    manage: 'Abrir mis preferencias',
    feed: 'Lo mismo como canal privado para su lector:',
  },
  goodbye: {
    ended: (query) => `El aviso «${query}» ha terminado.`,
    all: 'Todos sus avisos han terminado.',
    undo: 'Si fue un error, actívelo de nuevo en los próximos 30 días en su página de preferencias.',
    feed: 'Los sucesos siguen públicos en nuestro sitio.',
  },
  suspension: {
    because: {
      bounce: 'Su servidor de correo rechazó varias veces nuestros mensajes.',
      complaint: 'Su proveedor de correo nos dijo que un mensaje nuestro fue marcado como spam.',
      suppressed:
        'Su dirección está en la lista de supresión de nuestro servicio de correo, porque antes fallaron mensajes.',
      operator: 'El operador de este servicio detuvo los avisos.',
    },
    resume: 'Nada se ha perdido: cuando la causa desaparezca, active sus avisos de nuevo aquí.',
  },
  watching: {
    checks: 'Revisiones de canales',
    feeds: 'Canales que responden',
    stories: 'Noticias leídas',
    mails: 'Correos para usted',
    near: 'Cerca, pero no se enviaron porque faltaba una parte de su búsqueda:',
    noNear: 'Ninguna noticia estuvo cerca sin ser enviada.',
    of: (up, all) => `${up} de ${all}`,
  },
  report: {
    'dead-feeds': 'Canales muertos',
    'lost-overlaps': 'Canales que pueden haber perdido noticias',
    bounces: 'Rebotes y quejas',
    'in-doubt': 'Correos en duda',
    failed: 'Correos fallidos',
  },
};
